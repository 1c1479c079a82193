import type { DescribedSegment, PartMention } from "../prose/mention";
import { serviceName, servicePort, type Transport } from "../protocols/services";
import { tcpFlag } from "../protocols/tcp";
import { type Sentence, sentence } from "../text/words";
import { hasFlag } from "./describedSegment";

/** The first port that Linux picks for clients; the range that is registered for that begins at 49152 (RFC 6335 §6). */
const firstEphemeral = 32768;

/** What a port tells: the service, by number or by name, and whose end of the connection it likely is. */
export function explainPort({
  part,
  segment,
  earlier,
}: Pick<PartMention, "part" | "segment"> & { readonly earlier: readonly DescribedSegment[] }): Sentence[] {
  const transport: Transport = part.id.startsWith("udp") ? "udp" : "tcp";
  const port = part.value ?? servicePort(part.name ?? "", transport);
  const service = part.name ?? (port === undefined ? undefined : serviceName(port, transport));
  // others than tcpdump print names only if they are asked to
  const numeric = segment.notation === "tcpdump" ? [sentence("mention.port.numeric", {})] : [];
  if (port === undefined) return [sentence("mention.port.unknown", { name: part.name ?? part.text }), ...numeric];
  const isEphemeral = port >= firstEphemeral;
  const syn = [segment, ...earlier].find((each) => hasFlag(each, tcpFlag.SYN) && !hasFlag(each, tcpFlag.ACK));
  const written = part.name ?? String(port);
  return [
    ...(part.name ? [sentence("mention.port.named", { name: part.name, port })] : []),
    ...(part.name && isEphemeral ? [sentence("mention.port.coincidence", {})] : []),
    ...(!part.name && service && !isEphemeral ? [sentence("mention.port.known", { port, service })] : []),
    ...(syn?.destination?.port === written ? [sentence("mention.port.server", {})] : []),
    ...(syn?.source?.port === written ? [sentence("mention.port.client", {})] : []),
    ...(!part.name && !syn && isEphemeral ? [sentence("mention.port.ephemeral", { port })] : []),
    ...(!part.name && !syn && !isEphemeral && !service ? [sentence("mention.port.other", { port })] : []),
    ...(part.name ? numeric : []),
  ];
}

/** Whose address it may be, by the ranges that are set aside. */
export function explainAddress(address: string): Sentence[] {
  const range = ranges.find(({ pattern }) => pattern.test(address));
  return [sentence(range?.id ?? "mention.address.public", { address })];
}

const ranges = [
  { pattern: /^(?:0\.0\.0\.0|::)$/, id: "mention.address.any" },
  { pattern: /^255\.255\.255\.255$/, id: "mention.address.broadcast" },
  { pattern: /^(?:127\.|::1$|::ffff:127\.)/, id: "mention.address.loopback" },
  { pattern: /^(?:localhost|ip6-localhost)$/, id: "mention.address.loopback" },
  { pattern: /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)\d+\.\d+/, id: "mention.address.private" },
  { pattern: /^f[cd][0-9a-f]{2}:/i, id: "mention.address.uniqueLocal" },
  { pattern: /^169\.254\.|^fe[89ab][0-9a-f]:/i, id: "mention.address.linkLocal" },
  { pattern: /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)|^2001:0?db8:/i, id: "mention.address.documentation" },
  { pattern: /^(?:22[4-9]|23\d)\.\d+\.\d+|^ff[0-9a-f]{2}:/i, id: "mention.address.multicast" },
  { pattern: /^(?!\d+(?:\.\d+){3}$)[^:]+$/, id: "mention.address.name" },
] as const;
