import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Flows } from "../../src/engine/flows";
import { Streams } from "../../src/engine/stream/streams";
import { wordsFor } from "../../src/text/languages";
import { streamDirections, streamFormats } from "../../src/view/onScreen/streamLook";
import { hex } from "../dsl/bytes";
import { indexedPackets } from "../dsl/indexed";

const folder = process.env["WIRENOTE_CAPTURES"] ?? "../shared/captures/dev";
/** Of another format, which is told in words. */
const isRead = (name: string) => !name.endsWith(".snoop");
const columns = 16;

describe("what was sent in real captures", () => {
  for (const name of existsSync(folder) ? readdirSync(folder).filter(isRead) : []) {
    it(name, async () => {
      const packets = await indexedPackets(readFileSync(`${folder}/${name}`));
      const streams = new Streams(packets, new Flows(packets, wordsFor("en")));
      for (let stream = 0; stream < packets.tracker.count; stream += 1) {
        for (const direction of streamDirections) {
          const sent = await streams.bytes(stream, direction);
          const shown = await streams.rows(stream, { direction, format: "hex", columns });
          const rows = Array.from({ length: shown.count }, (_, row) => shown.row(row));
          const bytes = Buffer.concat(rows.map((row) => hex(row.hex?.digits.trimEnd() ?? "")));
          assert.ok(bytes.equals(sent.bytes.subarray(0, bytes.length)), `${stream}, ${direction}`);
          const { isCut } = await streams.summary(stream, { direction, format: "hex", columns });
          if (!isCut) assert.equal(bytes.length, sent.bytes.length, `${stream}, ${direction}`);
        }
        for (const format of streamFormats) {
          const rows = await streams.rows(stream, { direction: "both", format, columns });
          for (const index of packets.ofConnection(stream)) {
            const place = rows.placeOf(index);
            if (place >= 0) assert.ok(rows.row(place).packets.includes(index + 1), `${stream}, packet ${index + 1}`);
          }
        }
      }
      await packets.source.close();
    }).timeout(60_000);
  }
});
