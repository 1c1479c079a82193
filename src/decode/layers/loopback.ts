import { addressFamilies, loopback } from "../../protocols/loopback";
import type { LayerDecoder } from "../packet";
import { readHeader } from "../readHeader";

/** The order of the capturing host is not recorded: a family is a small number, so its zero bytes tell. */
export const decodeNull: LayerDecoder = (scope, packet) => {
  const littleEndian = scope.has(4) && scope.view.getUint16(scope.start) !== 0;
  return family(littleEndian)(scope, packet);
};

export const decodeLoop: LayerDecoder = (scope, packet) => family(false)(scope, packet);

const family =
  (littleEndian: boolean): LayerDecoder =>
  (scope, packet) => {
    const reading = readHeader(scope, loopback, littleEndian);
    packet.add("null", reading.node);
    if (!reading.complete) return undefined;
    return { protocol: addressFamilies[reading.number("family")] ?? "data", scope: scope.after(loopback.size) };
  };
