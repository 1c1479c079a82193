import { join, text, u8, u16, u32, zeros } from "./bytes";

/** First messages of application protocols, built from their specifications. */
const u24 = (value: number) => join(u8(value >>> 16), u16(value & 0xffff));
const counted16 = (...parts: readonly Uint8Array[]) => join(u16(join(...parts).length), ...parts);

export const tlsRecord = (type: number, content: Uint8Array, version = 0x0303): Uint8Array =>
  join(u8(type), u16(version), u16(content.length), content);
export const handshake = (type: number, body: Uint8Array): Uint8Array => join(u8(type), u24(body.length), body);

/** RFC 8446 §4.1.2 with the extensions SNI (RFC 6066) and ALPN (RFC 7301). */
export function clientHello(serverName: string): Uint8Array {
  const sni = join(u16(0), counted16(counted16(u8(0), counted16(text(serverName)))));
  const alpn = join(u16(16), counted16(counted16(u8(2), text("h2"))));
  const ciphers = counted16(u16(0x1301), u16(0xc02f));
  return handshake(1, join(u16(0x0303), zeros(32), u8(0), ciphers, u8(1), u8(0), counted16(sni, alpn)));
}

/** RFC 8446 §4.1.3; a version in an extension is how 1.3 is picked. */
export function serverHello(picked?: number): Uint8Array {
  const extensions = picked === undefined ? zeros(0) : join(u16(43), counted16(u16(picked)));
  return handshake(2, join(u16(0x0303), zeros(32), u8(0), u16(0xc02f), u8(0), counted16(extensions)));
}

export const dnsName = (name: string): Uint8Array =>
  join(...name.split(".").map((label) => join(u8(label.length), text(label))), u8(0));
export const dnsHeader = (id: number, flags: number, ...counts: readonly [number, number, number, number]): Uint8Array =>
  join(u16(id), u16(flags), ...counts.map(u16));
export const dnsQuestion = (name: string, type: number, kind = 1): Uint8Array => join(dnsName(name), u16(type), u16(kind));
export const dnsRecord = (name: Uint8Array, type: number, data: Uint8Array): Uint8Array =>
  join(name, u16(type), u16(1), u32(60), counted16(data));
/** RFC 1035 §4.1.4 */
export const dnsPointer = (offset: number): Uint8Array => u16(0xc000 | offset);

const mqttText = (content: string) => counted16(text(content));
export const mqtt = (first: number, body: Uint8Array): Uint8Array => join(u8(first), u8(body.length), body);
export const mqttConnect = mqtt(0x10, join(mqttText("MQTT"), u8(4), u8(2), u16(60), mqttText("lamp")));
export const mqttPublish = (topic: string): Uint8Array => mqtt(0x30, join(mqttText(topic), text("on")));
export const mqttSubscribe = mqtt(0x82, join(u16(1), mqttText("foo"), u8(0)));
