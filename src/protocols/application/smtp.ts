import { header, text, variable } from "../header";

/** RFC 5321 §2.4: commands and replies, a line each. */
export const smtp = header("smtp", {
  "req.command": text(),
  "req.parameter": text(),
  "response.code": variable("number"),
  "rsp.parameter": text(),
});
