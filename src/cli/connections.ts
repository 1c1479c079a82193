import { ConnectionSurvey } from "../connections/survey";
import { ConnectionTracker } from "../connections/tracker";
import { lastSegment } from "../decode/packet";
import { walkCapture } from "../engine/walkCapture";
import { serviceName } from "../protocols/services";
import { say, type Words } from "../text/words";
import { completenessText } from "../view/completeness";
import { type ConnectionFields, connectionFields } from "../view/connectionFields";
import { textTable } from "../view/table";
import type { Command } from "./commands";
import { openCaptureInput } from "./input";
import { Output } from "./output";
import { reportDamage } from "./reportDamage";

/** `wirenote connections FILE [--json] [--lang zh-cn]` */
export const connections: Command = async (args, words) => {
  const { source, reader } = await openCaptureInput(args.rest[0], words);
  const tracker = new ConnectionTracker();
  const survey = new ConnectionSurvey();
  let packets = 0;
  await walkCapture(source, reader, {
    tracker,
    onPacket: ({ number, record, packet, place }) => {
      packets = number;
      const segment = place && lastSegment(packet);
      const { seconds, nanoseconds } = record;
      if (segment) survey.add(number, { seconds, nanoseconds }, segment, place);
    },
  });
  await source.close();
  const found = tracker.connections.flatMap((connection, stream) => {
    const sum = survey.sum(stream, connection.client);
    return sum ? [connectionFields(stream, connection, sum, words)] : [];
  });
  const output = new Output();
  if (args.options["json"] !== undefined) for (const fields of found) output.json(fields);
  else for (const line of textLines(found, words)) output.line(line);
  await output.flush();
  return reportDamage(words, reader, packets);
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
