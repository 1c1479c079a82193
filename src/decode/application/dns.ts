import { dns, dnsLength, dnsQuestion, dnsTypes } from "../../protocols/application/dns";
import type { Node } from "../node";
import { placed, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import { nameAt, nameNode } from "./dnsName";
import { readRecord } from "./dnsRecord";
import { type Recogniser, usesPort } from "./recogniser";

const multicastPort = 5353;
/** DNS, multicast DNS and LLMNR (RFC 4795). On other ports a message that begins with 12 bytes of counts could be anything. */
const ports = [53, multicastPort, 5355];
/** RFC 6762 §5.4 and §10.2: multicast DNS takes the highest bit of the class for itself. */
const classBits = 0x7fff;
const classes = [1, 3, 254, 255];
/** A line has no room for more entries. */
const mostEntries = 40;

/** DNS is sent in datagrams; and over TCP, behind its length, when an answer is long. */
export const recogniseDns: Recogniser = (scope, flow) => {
  if (!usesPort(flow, ports)) return undefined;
  const length = flow.transport === "tcp" ? readHeader(scope, dnsLength) : undefined;
  const message = length ? scope.first(length.number("length") + dnsLength.size, "dns.length").after(dnsLength.size) : scope;
  const reading = readHeader(message, dns);
  const flags = reading.number("flags");
  const opcode = (flags >> 11) & 15;
  const questions = reading.number("count.queries");
  // AXFR goes on for many segments: those that begin inside a message fail here
  if (!reading.complete || opcode > 6 || questions > mostEntries || (length && message.length < dns.size)) return undefined;

  const entries = readEntries(
    message,
    reading.number("count.queries"),
    recordsOf(reading.node.children),
    usesPort(flow, [multicastPort]),
  );
  if (!entries) return undefined;
  const response = flags >= 0x8000;
  const error = response && (flags & 15) !== 0 ? [rcodeName(flags & 15)] : [];
  const kind = dns.fields.flags.parts.find((part) => part.id === "dns.flags.opcode")?.names?.[opcode] ?? `Opcode ${opcode}`;
  const id = `0x${reading.number("id").toString(16).padStart(4, "0")}`;
  return {
    protocol: "dns",
    node: {
      ...placed(scope, dns.id, 0, scope.have),
      children: [...(length?.node.children ?? []), ...reading.node.children, ...entries.nodes],
    },
    summary: {
      protocol: usesPort(flow, [multicastPort]) ? "MDNS" : usesPort(flow, [5355]) ? "LLMNR" : "DNS",
      info: [`${kind}${response ? " response" : ""}`, id, ...error, ...entries.texts].join(" "),
    },
  };
};

/** Questions and then records, as many as are there; nothing where a question cannot be one. */
function readEntries(
  message: Scope,
  questions: number,
  records: number,
  multicast: boolean,
): { nodes: Node[]; texts: string[] } | undefined {
  const nodes: Node[] = [];
  const texts: string[] = [];
  let rest = message.after(dns.size);
  for (let count = 0; rest.have > 0 && count < Math.min(questions + records, mostEntries); count += 1) {
    const entry = count < questions ? readQuestion(message, rest, multicast) : readRecord(message, rest);
    if (!entry) return count < questions ? undefined : { nodes, texts };
    nodes.push(entry.node);
    texts.push(entry.text);
    rest = rest.after(entry.node.length);
  }
  return { nodes, texts };
}

function readQuestion(message: Scope, scope: Scope, multicast: boolean): { node: Node; text: string } | undefined {
  const name = nameAt(message, scope.start);
  if (!name) return undefined;
  const fixed = readHeader(scope.after(name.length), dnsQuestion);
  const type = fixed.number("type");
  const kind = fixed.number("class");
  if (fixed.complete && !classes.includes(kind & classBits)) return undefined;
  const wanted = Number.isNaN(type) ? [] : [dnsTypes[type] ?? `TYPE${type}`];
  const how = multicast && fixed.complete ? [`${name.text}, "${kind > classBits ? "QU" : "QM"}" question`] : [name.text];
  return {
    node: {
      ...placed(scope, dnsQuestion.id, 0, name.length + fixed.node.length),
      children: [nameNode(scope, dnsQuestion.fields.name, 0, name), ...fixed.node.children],
    },
    text: [...wanted, ...how].join(" "),
  };
}

function recordsOf(header: readonly Node[]): number {
  const counts = [dns.fields["count.answers"], dns.fields["count.auth_rr"], dns.fields["count.add_rr"]].map((field) => field.id);
  return header.reduce((sum, { id, value }) => (counts.includes(id) && typeof value === "number" ? sum + value : sum), 0);
}

function rcodeName(rcode: number): string {
  return dns.fields.flags.parts.find((part) => part.id === "dns.flags.rcode")?.names?.[rcode] ?? `Error ${rcode}`;
}
