import { strict as assert } from "node:assert";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { PacketMatcher, readFilter } from "../../src/filter/filter";
import { wordsFor } from "../../src/text/languages";
import { ownCaptures } from "../dsl/captures";
import { conversation, conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { FactsAlongTheWay } from "../dsl/packetFacts";
import { pcapFile } from "../dsl/pcapFile";
import { walkCapture } from "../dsl/walkCapture";
import { taken } from "../truth/filters/takenFilters";

const words = wordsFor("en");

/** What the engine shows, by number. */
async function shownBy(engine: CaptureEngine, expression: string): Promise<number[]> {
  const answer = await engine.filter(expression);
  assert.ok("shown" in answer, `${expression}: ${JSON.stringify(answer)}`);
  const rows = await engine.listedRows(0, answer.shown);
  return rows.map(({ number }) => number);
}

/** The same by decoding every packet in order. */
async function shownByBytes(capture: Uint8Array, expressions: readonly string[]): Promise<number[][]> {
  const matchers = expressions.map((expression) => {
    const reading = readFilter(expression);
    assert.ok("filter" in reading, expression);
    return new PacketMatcher(reading.filter);
  });
  const source = memorySource(capture);
  const reader = (await openCapture(source))!;
  const facts = new FactsAlongTheWay();
  const found: number[][] = expressions.map(() => []);
  await walkCapture(source, reader, {
    onPacket: (visit) => {
      const known = facts.of(visit);
      for (const [index, matcher] of matchers.entries()) if (matcher.matches(known)) found[index].push(visit.number);
    },
  });
  return found;
}

const expressions = [...new Set(Object.values(taken).flat())];

describe("filtered rows", () => {
  const captures = ownCaptures().filter(({ name }) =>
    /samples|lost|no window|ECN|link type (1|113|127|9)$|pcapng, little/.test(name),
  );

  for (const { name, bytes } of captures)
    it(`are the same from columns as from bytes: ${name}`, async () => {
      const engine = await engineOf(bytes);
      // of large captures some will do
      const { packets } = await engine.summary();
      const some = expressions.filter((_, index) => index % Math.ceil(packets / 30) === 0);
      const expected = await shownByBytes(bytes, some);
      for (const [index, expression] of some.entries())
        assert.deepEqual(await shownBy(engine, expression), expected[index], expression);
    }).timeout(60_000);

  it("need no bytes for what the columns hold", async () => {
    const capture = conversationCapture("C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:10 | C>S 0:10 @0.5 | S>C ACK @0.6");
    let reads = 0;
    const source = memorySource(capture);
    const counting = {
      ...source,
      size: source.size,
      read: (at: number, into: Uint8Array) => {
        reads += 1;
        return source.read(at, into);
      },
    };
    const engine = captureEngine(async () => counting, words);
    await engine.index(() => {});
    const before = reads;
    const held: Readonly<Record<string, number>> = {
      "tcp.port == 80": 6,
      "ip.src == 10.0.0.1 && tcp.dstport == 80": 4,
      "ip.addr == 10.0.0.0/8": 6,
      "tcp.analysis.retransmission": 1,
      "!tcp.analysis.flags": 5,
      "tcp.analysis.flags and ip.addr == 10.0.0.2": 1,
      "frame.number in {2..4}": 3,
      "frame.time_relative > 0.4": 2,
      "tcp.stream == 0 and tcp.seq > 0": 4,
      "tcp.stream != 0": 0,
      "tcp.seq > -1": 0,
      "frame.len >= 60 xor tcp.ack == 0": 3,
      "tcp and ip": 6,
      ipv6: 0,
      "tcp.flags.syn == 1": 2,
      "tcp.flags & 2 && !(tcp.flags == 0x012)": 1,
      'tcp.connection.synack or tcp.flags.str contains "P"': 1,
      "tcp.len > 0 and tcp.nxtseq == 11": 2,
      "tcp.len == tcp.nxtseq - tcp.seq": 4,
      "tcp.window_size_value < 100": 0,
      "tcp.analysis.ack_rtt > 0": 3,
      "tcp.analysis.rto > 0.4 or tcp.analysis.acks_frame == 1": 2,
      "tcp.time_delta > 0.3": 1,
      "frame.time_delta > 0.3": 1,
      "frame.time < 2001-01-01": 6,
      "tcp.completeness == 15": 6,
      "tcp.srcport == 80 ^^ tcp.flags.fin == 1": 2,
      "udp.port == 53 or arp": 0,
      "http && tcp.len == 0": 0,
      "": 6,
    };
    for (const [expression, count] of Object.entries(held)) {
      const answer = await engine.filter(expression);
      assert.deepEqual(answer, { shown: count }, expression);
    }
    assert.equal(reads, before);
    // what is decided without them is not read either
    assert.deepEqual(await engine.filter("tcp.port == 81 && tcp.payload contains 00"), { shown: 0 });
    assert.equal(reads, before);
    assert.deepEqual(await engine.filter("tcp.payload contains 00"), { shown: 2 });
    assert.ok(reads > before);
  });

  it("stay as they are when a filter cannot be read, and say why", async () => {
    const engine = await engineOf(conversationCapture("C>S SYN | S>C RST,ACK"));
    await engine.filter("tcp.flags.reset == 1");
    assert.deepEqual(await engine.filter("tcp.port = 80"), {
      problem: { start: 9, end: 10, text: "“=” does not belong here.\nDid you mean: tcp.port == 80", instead: "tcp.port == 80" },
    });
    assert.deepEqual(
      (await engine.listedRows(0, 10)).map(({ number }) => number),
      [2],
    );
    await engine.filter("");
    assert.equal((await engine.listedRows(0, 10)).length, 2);
  });

  it("are given up when another filter is asked for", async () => {
    const many = Array.from({ length: 3000 }, () => conversation("C>S SYN | S>C SYN,ACK")).flat();
    const engine = await engineOf(pcapFile(many));
    const first = engine.filter("tcp.payload contains 00 || frame contains 01:02:03");
    const second = engine.filter("frame.number == 5");
    assert.deepEqual(await first, { cancelled: true });
    assert.deepEqual(await second, { shown: 1 });
    assert.equal((await engine.listedRows(0, 5))[0].number, 5);
  });
});
