import { tcpFlag } from "../protocols/tcp";

/** What a segment does in its connection, as far as its flags tell: a CSS class that colours it. */
export function meaningOf(flags = 0): "opening" | "closing" | "reset" | "plain" {
  if (flags & tcpFlag.RST) return "reset";
  if (flags & tcpFlag.SYN) return "opening";
  if (flags & tcpFlag.FIN) return "closing";
  return "plain";
}
