import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { decodeFrom } from "../../src/decode/decodePacket";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { dumpFields } from "../../src/view/packetFields";
import { layerName } from "../../src/view/protocolColumn";
import { toHex } from "../dsl/bytes";

/** What a careful person reads in a paste. */
interface Expected {
  readonly startLine: number;
  readonly endLine: number;
  readonly startLayer: string;
  readonly bytes: string;
  readonly proto: string;
  readonly [field: string]: unknown;
}

const folder = "../shared/dumps";
const segmentFields = {
  srcport: "tcp.srcport",
  dstport: "tcp.dstport",
  seq_raw: "tcp.seq_raw",
  ack_raw: "tcp.ack_raw",
  window: "tcp.window_size_value",
};

describe("texts that people published", () => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md") : [];
  for (const name of names) {
    it(name, () => {
      const { packets } = JSON.parse(readFileSync(`${folder}/${name.replace(".md", ".json")}`, "utf8")) as {
        packets: Expected[];
      };
      const found = findDumps(linesOf(readFileSync(`${folder}/${name}`, "utf8")));
      const places = found.map(({ startLine, endLine, startLayer, bytes }) => ({
        startLine: startLine + 1,
        endLine: endLine + 1,
        startLayer: layerName(startLayer),
        bytes: toHex(bytes),
      }));
      assert.deepEqual(
        places,
        packets.map(({ startLine, endLine, startLayer, bytes }) => ({ startLine, endLine, startLayer, bytes })),
      );
      for (const [i, expected] of packets.entries()) {
        if (expected.proto !== "tcp") continue;
        const fields = dumpFields(decodeFrom(found[i].startLayer, found[i].bytes));
        for (const [ours, theirs] of Object.entries(segmentFields)) assert.equal(fields[theirs], expected[ours], theirs);
        assert.equal(Number(fields["tcp.flags"]), Number(expected["flags"]));
      }
    });
  }

  const notes: Readonly<Record<string, number>> = { "tcpdump-x-connect-and-close.md": 7 };
  it("in the users' notes", () => {
    const all = existsSync("../shared/notes-by-users") ? readdirSync("../shared/notes-by-users") : [];
    for (const note of all) {
      const found = findDumps(linesOf(readFileSync(`../shared/notes-by-users/${note}`, "utf8")));
      assert.equal(found.length, notes[note] ?? 0, note);
      for (const { bytes, startLayer } of found) {
        assert.equal(startLayer, "ip");
        assert.equal(bytes.length, (bytes[2] << 8) | bytes[3], "all of its bytes");
      }
    }
  });
});
