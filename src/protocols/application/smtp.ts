import { header, text, variable } from "../header";

/** Commands and replies, a line each (RFC 5321 §2.4). */
export const smtp = header("smtp", {
  "req.command": text(),
  "req.parameter": text(),
  "response.code": variable("number"),
  "rsp.parameter": text(),
});
