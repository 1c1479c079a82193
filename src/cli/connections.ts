import { surveyOf } from "../engine/surveyOf";
import { serviceName } from "../protocols/services";
import { say, type Words } from "../text/words";
import { completenessText } from "../view/completeness";
import { type ConnectionFields, connectionFields } from "../view/connectionFields";
import { textTable } from "../view/table";
import type { Command } from "./commands";
import { openIndexedCapture } from "./indexedInput";
import { Output } from "./output";
import { reportDamage } from "./reportDamage";

/** `wirenote connections FILE [--json] [--lang zh-cn]` */
export const connections: Command = async (args, words) => {
  const { source, reader, columns, tracker } = await openIndexedCapture(args.rest[0], words);
  const survey = surveyOf(columns);
  const found = tracker.connections.flatMap((connection, stream) => {
    const sum = survey.sum(stream, connection.client);
    const times = [columns.moment(connection.firstPacket), columns.moment(connection.lastPacket)] as const;
    return sum ? [connectionFields(stream, connection, sum, times, words)] : [];
  });
  const output = new Output();
  if (args.options["json"] !== undefined) for (const fields of found) output.json(fields);
  else for (const line of textLines(found, words)) output.line(line);
  await output.flush();
  await source.close();
  return reportDamage(words, reader, columns.count);
};

/** A table for people, and under it how each connection opened and closed. */
function textLines(found: readonly ConnectionFields[], words: Words): string[] {
  if (found.length === 0) return [say(words, "cli.noConnections", {})];
  const head = (
    name: "stream" | "client" | "server" | "packets" | "bytes" | "duration" | "opening" | "closing" | "completeness",
  ) => say(words, `connections.${name}`, {});
  const heads = (
    ["stream", "client", "server", "packets", "bytes", "duration", "opening", "closing", "completeness"] as const
  ).map(head);
  const table = textTable(
    heads,
    found.map((fields) => [
      fields["tcp.stream"],
      endpointText(fields.client),
      withService(fields.server),
      `${fields.packets.client} → ← ${fields.packets.server}`,
      `${fields.bytes.client} → ← ${fields.bytes.server}`,
      fields.duration ?? "",
      fields.opening.id,
      fields.closing.id,
      completenessText(words, fields.completeness),
    ]),
  );
  const stories = found.map((fields) => `${fields["tcp.stream"]}: ${fields.opening.text} ${fields.closing.text}`);
  return [...table, "", ...stories];
}

function withService(server: ConnectionFields["server"]): string {
  const service = serviceName(server.port, "tcp");
  return service ? `${endpointText(server)} (${service})` : endpointText(server);
}

const endpointText = ({ address, port }: ConnectionFields["client"]) =>
  address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
