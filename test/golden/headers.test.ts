import { decodePacket } from "../../src/decode/decodePacket";
import { wordsFor } from "../../src/text/languages";
import { packetTree } from "../../src/view/tree";
import { headerPackets } from "../dsl/packetsOfHeaders";
import { treeText } from "../dsl/treeText";
import { expectGolden } from "./golden";

describe("goldens of headers", () => {
  for (const { name, linkType, bytes } of headerPackets) {
    it(name, () => {
      const tree = packetTree(decodePacket(bytes, bytes.length, linkType), wordsFor("en"));
      expectGolden(`headers/${name}.tree.txt`, treeText(tree, bytes));
    });
  }
});
