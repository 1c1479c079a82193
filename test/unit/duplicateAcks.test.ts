import { strict as assert } from "node:assert";
import fc from "fast-check";
import { DuplicateAcks, DuplicateWord } from "../../src/connections/duplicateAcks";

describe("duplicate acknowledgments", () => {
  it("are found again, however many came at a time", () => {
    const batch = fc.record({
      room: fc.integer({ min: 1, max: 700 }),
      gaps: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 700 }),
    });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 60 }), (batches) => {
        const kept = new DuplicateAcks();
        const packets: number[] = [];
        for (const { room, gaps } of batches) {
          kept.makeRoom(room);
          for (const gap of gaps.slice(0, room)) {
            const packet = (packets.at(-1) ?? -1) + gap;
            packets.push(packet);
            kept.words.set([packet, packets.length, packet % 7], kept.count * DuplicateWord.size);
            kept.count += 1;
          }
        }
        const expected = new Map(
          packets.map((packet, index) => [packet, { duplicateNumber: index + 1, duplicateOf: packet % 7 }]),
        );
        for (let packet = 0; packet <= (packets.at(-1) ?? 0) + 1; packet += 1)
          assert.deepEqual(kept.find(packet), expected.get(packet));
      }),
      { numRuns: 20 },
    );
  });
});
