import { header, text } from "../header";

/** RFC 4253 §4.2: the line by which each side begins. */
export const ssh = header("ssh", { protocol: text() });
