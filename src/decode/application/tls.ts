import { tls, tlsAlert, tlsContent, tlsRecord } from "../../protocols/application/tls";
import type { Node } from "../node";
import { placed, readHeader } from "../readHeader";
import type { Scope } from "../scope";
import type { Recogniser } from "./recogniser";
import { readHandshake } from "./tlsHandshake";

/** RFC 5246 §6.2.3: 2^14 bytes and what encryption may add. */
const mostRecord = 2 ** 14 + 2048;
/** A segment that the card was to split (offload) may hold more records than a line has room for. */
const mostRecords = 64;

/** What the records of one segment tell of their connection. */
export interface TlsState {
  /** After Change Cipher Spec nothing can be read; before it, handshakes are plain. */
  encrypted: boolean;
  /** The version in a hello, if there is one: it is truer than the record's. */
  version?: number;
}

/** TLS records from their first byte on; a segment that begins inside a record is not recognised. */
export const recogniseTls: Recogniser = (scope) => {
  if (!looksLikeRecord(scope)) return undefined;
  const records: Node[] = [];
  const names: string[] = [];
  const state: TlsState = { encrypted: false };
  for (let rest = scope; looksLikeRecord(rest) && records.length < mostRecords; ) {
    const head = readHeader(rest, tlsRecord);
    // the last record may go on in the next segment: only a cut capture lacks something
    if (!rest.isCut) delete head.node.problem;
    const length = tlsRecord.size + (head.number("length") || 0);
    state.version ??= head.number("version");
    const content = readContent(
      rest.first(length, "tls.record.length").after(tlsRecord.size),
      head.number("content_type"),
      state,
    );
    records.push({
      ...head.node,
      length: Math.min(length, rest.have),
      children: [...head.node.children, ...content.nodes],
    });
    names.push(...content.names);
    rest = rest.after(length);
  }
  if (records.length === 0) return undefined;
  return {
    protocol: "tls",
    node: { ...placed(scope, tls.id, 0, scope.have), children: records },
    summary: { protocol: columnName(state.version ?? 0), info: names.join(", ") },
  };
};

/** Whether there are a known type, a version from 3.0 to 3.4 and a possible length. Three bytes must be there; the rest is tested if it is. */
function looksLikeRecord(scope: Scope): boolean {
  const { bytes, start } = scope;
  const type = bytes[start];
  if (!scope.has(3) || type < 20 || type > 24 || bytes[start + 1] !== 3 || bytes[start + 2] > 4) return false;
  if (!scope.has(tlsRecord.size)) return true;
  const length = scope.view.getUint16(start + 3);
  if (length > mostRecord || (length === 0 && type !== tlsContent.applicationData)) return false;
  return type !== tlsContent.changeCipherSpec || length === 1;
}

function readContent(scope: Scope, type: number, state: TlsState): { nodes: readonly Node[]; names: readonly string[] } {
  switch (type) {
    case tlsContent.handshake:
      return readHandshake(scope, state);
    case tlsContent.alert:
      return readAlert(scope);
    case tlsContent.changeCipherSpec:
      state.encrypted = true;
  }
  return { nodes: [], names: [tlsRecord.fields.content_type.names![type]] };
}

/** An alert of any other length than two is encrypted. */
function readAlert(scope: Scope): { nodes: readonly Node[]; names: readonly string[] } {
  if (scope.length !== tlsAlert.size) return { nodes: [], names: ["Encrypted Alert"] };
  const alert = readHeader(scope, tlsAlert);
  if (!alert.complete) return { nodes: [], names: ["Alert"] };
  const level = tlsAlert.fields.level.names![alert.number("level")] ?? alert.number("level");
  const description = tlsAlert.fields.desc.names![alert.number("desc")] ?? alert.number("desc");
  return { nodes: [alert.node], names: [`Alert (Level: ${level}, Description: ${description})`] };
}

/** "TLSv1.2"; the first TLS is "TLSv1". */
function columnName(version: number): string {
  if (version === 0x0300) return "SSLv3";
  return version === 0x0301 ? "TLSv1" : `TLSv1.${(version & 0xff) - 1}`;
}
