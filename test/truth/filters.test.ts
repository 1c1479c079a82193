import { strict as assert } from "node:assert";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { PacketMatcher, readFilter } from "../../src/filter/filter";
import { ownCaptures } from "../dsl/captures";
import { FactsAlongTheWay } from "../dsl/packetFacts";
import { walkCapture } from "../dsl/walkCapture";
import { describeAgainstTshark } from "./againstTshark";
import { refused } from "./filters/refusedFilters";
import { taken } from "./filters/takenFilters";
import { askForFrames } from "./filterTshark";
import { realCaptures } from "./realCaptures";

const expressions = [...new Set(Object.values(taken).flat())];
const refusals = Object.values(refused).flat();

/** Where a capture's times are none, or are too large for Wireshark's own numbers, it says what we do not. */
const oddTimes: ReadonlySet<string> = new Set([
  "fmt-pcap-v2.4-invalid-timestamp-us.pcap",
  "fmt-pcapng-be-spb-nrb.pcapng",
  "fmt-pcapng-mixed-endian-sections.pcapng",
  "fmt-pcapng-packet-comments-eth-sll.pcapng",
]);
/** One frame with segments of several connections, of which the last one's place alone is followed. */
const aggregates: ReadonlySet<string> = new Set(["headers on link type 127"]);
/** Made to break programs: what differs there, `DIFFERENCES.md` tells. */
const isDamaged = (name: string) => name.startsWith("fuzz");

/** The same conversation in another format has nothing new for a filter. */
const captures = [
  ...ownCaptures().filter(({ name }) => !/^pcap/.test(name)),
  ...realCaptures(40, { largest: 200_000, isTaken: (name) => !isDamaged(name) }),
];

/** The numbers of the packets that each expression shows; nothing where the file is no capture. */
async function ourFrames(bytes: Uint8Array): Promise<number[][] | undefined> {
  const source = await inflated(memorySource(bytes));
  const reader = await openCapture(source);
  if (!reader) return undefined;
  const frames: number[][] = expressions.map(() => []);
  const matchers = expressions.map((expression) => {
    const reading = readFilter(expression);
    return "filter" in reading ? new PacketMatcher(reading.filter) : undefined;
  });
  const facts = new FactsAlongTheWay();
  await walkCapture(source, reader, {
    onPacket: (visit) => {
      const known = facts.of(visit);
      for (const [index, matcher] of matchers.entries()) if (matcher?.matches(known)) frames[index].push(visit.number);
    },
  });
  await source.close();
  return frames;
}

describeAgainstTshark("display filters", (folder) => {
  it("are three hundred and more", () => assert.ok(expressions.length >= 300, String(expressions.length)));

  for (const { name, bytes } of captures) {
    it(`show the same packets of ${name}`, async () => {
      const ours = await ourFrames(bytes);
      if (!ours) return;
      const file = folder.file("capture", bytes);
      const theirs = askForFrames(file, expressions, folder.path);
      const differences = expressions.flatMap((expression, index) => {
        const verdict = theirs[index];
        const expected = "frames" in verdict ? verdict.frames.join(" ") : verdict.refusal;
        const found = ours[index].join(" ");
        if (oddTimes.has(name) && expression.includes("time")) return [];
        if (aggregates.has(name) && expression.startsWith("tcp.stream")) return [];
        return expected === found ? [] : [`${expression}\n   tshark: ${expected}\n   ours:   ${found}`];
      });
      assert.deepEqual(differences, []);
    });
  }

  it("are refused where Wireshark refuses them", () => {
    const file = folder.file("capture", captures[0].bytes);
    const theirs = askForFrames(file, refusals, folder.path);
    const taken = refusals.filter((_, index) => "frames" in theirs[index]);
    assert.deepEqual(taken, [], "tshark takes these");
    assert.deepEqual(
      refusals.filter((expression) => "filter" in readFilter(expression)),
      [],
      "we take these",
    );
  });
});
