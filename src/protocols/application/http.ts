import { header, text, variable } from "../header";

/** The first line alone (RFC 9112 §3 and §4). */
export const http = header("http", {
  "request.method": text(),
  "request.uri": text(),
  "request.version": text(),
  "response.version": text(),
  "response.code": variable("number"),
  "response.phrase": text(),
});
