import { data } from "../../protocols/payload";
import type { LayerDecoder } from "../packet";
import { bytesNode } from "../readHeader";

/** What nothing here can read: its bytes. */
export const decodeData: LayerDecoder = (scope, packet) => {
  if (scope.have > 0) packet.add("data", bytesNode(scope, data.id));
  return undefined;
};
