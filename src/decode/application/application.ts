import type { Layer, PacketInProgress } from "../packet";
import { bytesNode } from "../readHeader";
import type { Scope } from "../scope";
import { recogniseDns } from "./dns";
import { recogniseHttp } from "./http";
import { recogniseHttp2 } from "./http2";
import { recogniseMqtt } from "./mqtt";
import type { Flow, Recogniser } from "./recogniser";
import { recogniseRedis } from "./redis";
import { recogniseSmtp } from "./smtp";
import { recogniseSsh } from "./ssh";
import { recogniseTls } from "./tls";

/** Protocols that cannot be mistaken come first; those that are known only on their port come last. */
const overTcp: readonly Recogniser[] = [
  recogniseTls,
  recogniseHttp2,
  recogniseHttp,
  recogniseSsh,
  recogniseDns,
  recogniseRedis,
  recogniseMqtt,
  recogniseSmtp,
];
/** HTTP is sent in datagrams too: devices announce themselves with it (SSDP). */
const overUdp: readonly Recogniser[] = [recogniseDns, recogniseHttp];

/** A list has no room for longer lines. */
const mostInfo = 200;

/** What a segment or datagram says, by name and first line. */
export function decodeApplication(
  scope: Scope,
  ports: Pick<Flow, "srcport" | "dstport">,
  transport: Flow["transport"],
): Layer | undefined {
  if (scope.have === 0) return undefined;
  const flow = { srcport: ports.srcport, dstport: ports.dstport, transport };
  for (const recognise of transport === "tcp" ? overTcp : overUdp) {
    const layer = recognise(scope, flow);
    if (layer) return bounded(layer);
  }
  return undefined;
}

/** Adds what the application says if that can be told, else its bytes as `plainId`; so for a fragment, whose payload may begin anywhere. */
export function addPayload(
  packet: PacketInProgress,
  body: Scope,
  ports: Pick<Flow, "srcport" | "dstport">,
  transport: Flow["transport"],
  plainId: string,
): void {
  const application = packet.network?.isFragment ? undefined : decodeApplication(body, ports, transport);
  if (application) packet.add(application.protocol, application.node, application.summary && { summary: application.summary });
  else if (body.have > 0) packet.add(plainId, bytesNode(body, plainId));
}

function bounded(layer: Layer): Layer {
  const { summary } = layer;
  if (!summary || summary.info.length <= mostInfo) return layer;
  return { ...layer, summary: { ...summary, info: `${[...summary.info].slice(0, mostInfo - 1).join("")}…` } };
}
