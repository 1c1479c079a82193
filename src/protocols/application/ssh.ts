import { header, text } from "../header";

/** The line with which each side begins (RFC 4253 §4.2). */
export const ssh = header("ssh", { protocol: text() });
