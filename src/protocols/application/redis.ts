import { header, text, variable } from "../header";

/** RESP, the protocol of Redis: every element begins with a sign for its type. https://redis.io/docs/reference/protocol-spec */
export const resp = header("resp", {
  "array.length": variable("number"),
  "bulk_string.length": variable("number"),
  "bulk_string.value": text(),
  string: text(),
  error: text(),
  integer: text(),
});
