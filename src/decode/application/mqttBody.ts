import { mqtt } from "../../protocols/application/mqtt";
import type { Field } from "../../protocols/header";
import type { Node } from "../node";
import { placed } from "../readHeader";
import type { Scope } from "../scope";
import { variableNode } from "./text";

export const mqttType = {
  connect: 1,
  connectAck: 2,
  publish: 3,
  publishAck: 4,
  publishReceived: 5,
  publishRelease: 6,
  publishComplete: 7,
  subscribe: 8,
  subscribeAck: 9,
  unsubscribe: 10,
  unsubscribeAck: 11,
  pingRequest: 12,
  pingResponse: 13,
  disconnect: 14,
  authentication: 15,
} as const;
export type MqttType = (typeof mqttType)[keyof typeof mqttType];

export interface MqttBody {
  readonly nodes: readonly Node[];
  /** What follows the message's name in the list. */
  readonly texts: readonly string[];
}

const nothing: MqttBody = { nodes: [], texts: [] };

/** What is shown of the part behind the length; nothing if it is not what a message of its type must have. */
export function readMqttBody(scope: Scope, type: MqttType, flags: number, length: number): MqttBody | undefined {
  switch (type) {
    case mqttType.connect:
      return readConnect(scope);
    case mqttType.publish:
      return readPublish(scope, flags);
    case mqttType.subscribe:
    case mqttType.unsubscribe:
      return length >= 5 ? readSubscription(scope) : undefined;
    case mqttType.pingRequest:
    case mqttType.pingResponse:
      return length === 0 ? nothing : undefined;
    case mqttType.connectAck:
      return length >= 2 && (!scope.has(1) || scope.bytes[scope.start] <= 1) ? nothing : undefined;
    case mqttType.disconnect:
    case mqttType.authentication:
      return length === 0 || isReason(scope, 0) ? nothing : undefined;
    case mqttType.subscribeAck:
    case mqttType.unsubscribeAck:
      return length >= 2 ? withIdentifier(scope, 0) : undefined;
    default:
      return length === 2 || (length > 2 && isReason(scope, 2)) ? withIdentifier(scope, 0) : undefined;
  }
}

/** MQTT 3.1.1 §3.1 and 3.1: "MQTT" or "MQIsdp", level, flags, keep alive; version 5 has properties before the client's name. */
function readConnect(scope: Scope): MqttBody | undefined {
  const name = textAt(scope, 0, mqtt.fields.protoname);
  if (name?.value !== "MQTT" && name?.value !== "MQIsdp") return undefined;
  const level = name.length + 2;
  if (!scope.has(level + 4) || scope.bytes[scope.start + level] > 4) return { nodes: [name], texts: [] };
  const client = textAt(scope, level + 4, mqtt.fields.clientid);
  return { nodes: client && client.length > 0 ? [name, client] : [name], texts: [] };
}

/** A topic without wildcards (§3.3.2.1), and a number where a delivery is to be confirmed. */
function readPublish(scope: Scope, flags: number): MqttBody | undefined {
  const topic = textAt(scope, 0, mqtt.fields.topic);
  if (!topic || /[+#]/.test(String(topic.value))) return undefined;
  const number = flags & 6 ? withIdentifier(scope, topic.length + 2) : nothing;
  return { nodes: [topic, ...number.nodes], texts: [...number.texts, `[${topic.value}]`] };
}

/** Version 5 has properties between number and topic, mostly none: a length of zero. */
function readSubscription(scope: Scope): MqttBody | undefined {
  const number = withIdentifier(scope, 0);
  const topic = textAt(scope, 2, mqtt.fields.topic) ?? textAt(scope, 3, mqtt.fields.topic);
  return topic ? { nodes: [...number.nodes, topic], texts: [...number.texts, `[${topic.value}]`] } : number;
}

function withIdentifier(scope: Scope, offset: number): MqttBody {
  if (!scope.has(offset + 2)) return nothing;
  const value = scope.view.getUint16(scope.start + offset);
  return { nodes: [{ ...placed(scope, mqtt.fields.msgid.id, offset, 2), value }], texts: [`(id=${value})`] };
}

/** A text after its length in two bytes (§1.5.3), as much of it as is there. */
function textAt(scope: Scope, offset: number, field: Field): Node | undefined {
  if (!scope.has(offset + 2)) return undefined;
  const length = scope.view.getUint16(scope.start + offset);
  if (offset + 2 + length > scope.length) return undefined;
  const node = variableNode(scope, field, offset + 2, length);
  // control characters are forbidden, so binary is no topic
  const text = scope.content().subarray(offset + 2, offset + 2 + length);
  return text.every((byte) => byte >= 0x20 && byte !== 0x7f) ? node : undefined;
}

/** MQTT 5 §2.4: success is zero, and failures have the highest bit. */
function isReason(scope: Scope, offset: number): boolean {
  if (!scope.has(offset + 1)) return true;
  const code = scope.bytes[scope.start + offset];
  return code >= 0x80 || code === 0 || code === 4 || code === 16 || code === 24;
}
