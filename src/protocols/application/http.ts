import { header, text, variable } from "../header";

/** RFC 9112 §3 and §4: only the first line. */
export const http = header("http", {
  "request.method": text(),
  "request.uri": text(),
  "request.version": text(),
  "response.version": text(),
  "response.code": variable("number"),
  "response.phrase": text(),
});
