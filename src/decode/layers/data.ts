import { data } from "../../protocols/payload";
import type { Undecoded } from "../node";
import type { PacketInProgress } from "../packet";
import { bytesNode } from "../readHeader";
import type { Scope } from "../scope";

/** What no decoder here can read: its bytes, and the number that says what they are. */
export function decodeData(scope: Scope, packet: PacketInProgress, undecoded?: Undecoded): undefined {
  if (scope.have === 0) return undefined;
  const node = bytesNode(scope, data.id);
  packet.add("data", undecoded ? { ...node, problem: { kind: "not-decoded", ...undecoded } } : node);
  return undefined;
}
