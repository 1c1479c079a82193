import type { Header } from "../../protocols/header";
import {
  arcnet,
  arcnetException,
  arcnetExceptionFlag,
  arcnetOffset,
  arcnetProtocol,
  arcnetProtocols,
  arcnetSimple,
  arcnetSplit,
} from "../../protocols/otherLinks";
import type { LayerDecoder } from "../packet";
import { readHeader, readMore } from "../readHeader";

export const decodeArcnet: LayerDecoder = arcnetWith(false);
export const decodeArcnetOfLinux: LayerDecoder = arcnetWith(true);

/** Packets of RFC 1201 say whether they are a piece of a larger one; those of RFC 1051 never are. */
function arcnetWith(hasOffset: boolean): LayerDecoder {
  return (scope, packet) => {
    const reading = readHeader(scope, arcnet);
    packet.add("arcnet", reading.node);
    let rest = scope.after(arcnet.size);
    const read = <H extends Header>(table: H) => {
      const part = readMore(reading, rest, table);
      rest = rest.after(table.size);
      return part;
    };
    if (hasOffset) read(arcnetOffset);
    const number = read(arcnetProtocol).number("protID");
    if (Number.isNaN(number)) return undefined;
    if (!arcnetSimple.has(number)) {
      // the four bytes of an exception stand where the flag would
      if (!hasOffset && rest.has(1) && rest.bytes[rest.start] === arcnetExceptionFlag) read(arcnetException);
      const split = read(arcnetSplit);
      if (split.number("split_flag") !== 0) return { protocol: "data", scope: rest };
    }
    return { protocol: arcnetProtocols[number] ?? "data", scope: rest };
  };
}
