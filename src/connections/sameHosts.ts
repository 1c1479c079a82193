import { ConnectionFact, type ConnectionTable, ConnectionWord } from "./connectionTable";
import type { End } from "./wireSegment";

/** Numbers of all connections between the two hosts of one, whoever opened them. */
export function betweenHostsOf(table: ConnectionTable, stream: number): number[] {
  const [one, other] = [hostOf(table, stream, 0), hostOf(table, stream, 1)];
  return streamsWhere(
    table,
    (first, second) => (first === one && second === other) || (first === other && second === one),
    stream,
  );
}

/** Numbers of all connections that the host at an end of one has. */
export function ofHostOf(table: ConnectionTable, stream: number, end: End): number[] {
  const host = hostOf(table, stream, end);
  return streamsWhere(table, (first, second) => first === host || second === host, stream);
}

/** An IPv4 address as it is, an IPv6 address by its number: which of both says the connection. */
function hostOf({ words }: ConnectionTable, stream: number, end: End): number {
  return words[stream * ConnectionWord.size + (end === 0 ? ConnectionWord.firstAddress : ConnectionWord.secondAddress)];
}

function streamsWhere(table: ConnectionTable, holds: (first: number, second: number) => boolean, like: number): number[] {
  const kind = isIpv6(table, like);
  const found: number[] = [];
  for (let stream = 0; stream < table.count; stream += 1)
    if (isIpv6(table, stream) === kind && holds(hostOf(table, stream, 0), hostOf(table, stream, 1))) found.push(stream);
  return found;
}

const isIpv6 = ({ words }: ConnectionTable, stream: number): boolean =>
  (words[stream * ConnectionWord.size + ConnectionWord.facts] & ConnectionFact.isIpv6) !== 0;
