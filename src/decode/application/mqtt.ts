import { mqtt, mqttMessage } from "../../protocols/application/mqtt";
import type { Node } from "../node";
import { placed, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import { type MqttType, mqttType, readMqttBody } from "./mqttBody";
import { type Recogniser, usesPort } from "./recogniser";

const ports = [1883, 8883];
const mostMessages = 64;
/** MQTT 3.1.1 §2.2.2: the fixed flags of each message but PUBLISH; 0 for those that are not here. */
const flagsOf: Readonly<Record<number, number>> = {
  [mqttType.publishRelease]: 2,
  [mqttType.subscribe]: 2,
  [mqttType.unsubscribe]: 2,
};

/** Messages from their first byte on. Only a CONNECT, which has the protocol's name in it, is known on any port. */
export const recogniseMqtt: Recogniser = (scope, flow) => {
  if (scope.bytes[scope.start] !== mqttType.connect << 4 && !usesPort(flow, ports)) return undefined;
  const messages: Node[] = [];
  const names: string[] = [];
  for (let rest = scope; rest.have > 0 && messages.length < mostMessages; ) {
    const message = readMessage(rest);
    if (!message) return undefined;
    messages.push(message.node);
    names.push(message.name);
    rest = rest.after(message.length);
  }
  return {
    protocol: "mqtt",
    node: { ...placed(scope, mqtt.id, 0, scope.have), children: messages },
    summary: { protocol: "MQTT", info: names.join(", ") },
  };
};

function readMessage(scope: Scope): { node: Node; name: string; length: number } | undefined {
  const head = readHeader(scope, mqttMessage);
  const type = head.number("msgtype") as MqttType;
  const flags = scope.bytes[scope.start] & 15;
  if (!(type >= mqttType.connect) || (type === mqttType.publish ? ((flags >> 1) & 3) === 3 : flags !== (flagsOf[type] ?? 0)))
    return undefined;
  const remaining = remainingLength(scope.after(mqttMessage.size));
  if (!remaining) return undefined;
  const before = mqttMessage.size + remaining.size;
  const body = readMqttBody(scope.after(before).first(remaining.value, "mqtt.len"), type, flags, remaining.value);
  if (!body) return undefined;
  const length = before + remaining.value;
  const lengthNode = { ...placed(scope, mqtt.fields.len.id, mqttMessage.size, remaining.size), value: remaining.value };
  return {
    node: { ...head.node, length: Math.min(length, scope.have), children: [...head.node.children, lengthNode, ...body.nodes] },
    name: [mqttMessage.fields.msgtype.names![type], ...body.texts].join(" "),
    length,
  };
}

/** MQTT 3.1.1 §2.2.3: seven bits a byte, the lowest first; the highest bit says that more follow. */
function remainingLength(scope: Scope): { value: number; size: number } | undefined {
  let value = 0;
  for (let size = 0; size < 4 && scope.has(size + 1); size += 1) {
    const byte = scope.bytes[scope.start + size];
    value += (byte & 0x7f) * 128 ** size;
    if (byte < 0x80) return { value, size: size + 1 };
  }
  return undefined;
}
