import { strict as assert } from "node:assert";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import type { FindAnswer, Search } from "../../src/engine/contract/list";
import { wordsFor } from "../../src/text/languages";
import { allOfPart } from "../../src/view/onScreen/listOverview";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { conversation, conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4, tcp } from "../dsl/headers";
import { lossStory } from "../dsl/lossStory";
import { pcapFile } from "../dsl/pcapFile";

const engineOfStory = (): Promise<CaptureEngine> => engineOf(conversationCapture(lossStory));

const info = (text: string): Search => ({ kind: "info", text });

describe("searching the packet list", () => {
  it("goes from packet to packet, and on at the other end", async () => {
    const engine = await engineOfStory();
    const find = (from: number, step: 1 | -1) => engine.find(info("syn"), from, step, plainLook);
    assert.deepEqual(await find(0, 1), { found: 1 });
    assert.deepEqual(await find(1, 1), { found: 2 });
    assert.deepEqual(await find(2, 1), { found: 1, wrapped: true });
    assert.deepEqual(await find(1, -1), { found: 2, wrapped: true });
    assert.deepEqual(await find(2, -1), { found: 1 });
    assert.deepEqual(await engine.find(info("nowhere"), 1, 1, plainLook), {});
  });

  it("finds the only one again, from itself", async () => {
    const engine = await engineOfStory();
    assert.deepEqual(await engine.find(info("rst"), 12, 1, plainLook), { found: 12, wrapped: true });
    assert.deepEqual(await engine.find(info("rst"), 12, -1, plainLook), { found: 12, wrapped: true });
  });

  it("looks at Info as it is shown", async () => {
    const engine = await engineOfStory();
    assert.deepEqual(await engine.find(info("http(80)"), 0, 1, plainLook), {});
    assert.deepEqual(await engine.find(info("http(80)"), 0, 1, { ...plainLook, names: true }), { found: 1 });
  });

  it("goes by the order of a sorted list, and among what a filter shows", async () => {
    const engine = await engineOfStory();
    await engine.filter("tcp.flags.syn == 0");
    await engine.sort({ column: "number", descending: true }, plainLook);
    const found: FindAnswer[] = [];
    for (let from = 12; found.length < 3; ) {
      const answer = await engine.find(info("len=100"), from, 1, plainLook);
      found.push(answer);
      from = "found" in answer ? answer.found! : 0;
    }
    assert.deepEqual(found, [{ found: 9 }, { found: 6 }, { found: 5 }]);
    assert.deepEqual(await engine.find(info("syn"), 12, 1, plainLook), {});
  });

  const page = Buffer.from("GET /Page HTTP/1.1\r\n\r\n");
  const wide = Buffer.from("so WIDE", "utf16le");
  const cases: readonly (readonly [Search, FindAnswer])[] = [
    [{ kind: "text", text: "get /pAGE" }, { found: 1 }],
    [{ kind: "text", text: "Wide" }, { found: 2 }],
    [{ kind: "hex", text: "0d 0a:0D0a" }, { found: 1 }],
    [{ kind: "hex", text: "0x0d0a0d0a" }, { found: 1 }],
    [{ kind: "hex", text: "ffeeddcc" }, {}],
    [{ kind: "hex", text: "0d0" }, { unreadable: true }],
    [{ kind: "hex", text: "get" }, { unreadable: true }],
  ];
  for (const [search, expected] of cases)
    it(`finds the bytes of ${search.kind} ${search.text}`, async () => {
      const engine = captureEngine(
        async () =>
          memorySource(pcapFile([page, wide].map((payload) => ({ bytes: ethernet(0x0800, ipv4({}, tcp({ payload }))) })))),
        wordsFor("en"),
      );
      await engine.index(() => {});
      assert.deepEqual(await engine.find(search, 0, 1, plainLook), expected);
    });

  it("steps through the packets of a connection, which ends, and through problems in a circle", async () => {
    const engine = await engineOfStory();
    assert.equal(await engine.neighbour("connection", 1, 1), 2);
    assert.equal(await engine.neighbour("connection", 12, 1), undefined);
    assert.equal(await engine.neighbour("connection", 1, -1), undefined);
    const problems: (number | undefined)[] = [];
    for (let from = 0; problems.length < 4; from = problems.at(-1) ?? 0)
      problems.push(await engine.neighbour("problem", from, 1));
    assert.deepEqual(problems, [8, 9, 12, 8]);
  });

  it("steps through the problems of one connection, however many others have some", async () => {
    const refused = conversation("C>S SYN | S>C RST,ACK", { client: { port: 50_001 } });
    const again = conversation("C>S SYN @1 | S>C SYN,ACK @1 | C>S ACK @1 | C>S 0:5 @1 | C>S 0:5 @2");
    const engine = await engineOf(pcapFile([...again.slice(0, 4), ...refused, again[4]]));
    assert.deepEqual([await engine.neighbour("problem", 1, 1), await engine.neighbour("ownProblem", 1, 1)], [6, 7]);
    assert.equal(await engine.neighbour("ownProblem", 7, 1), 7);
  });

  it("steps through what has one kind of trouble", async () => {
    const refused = conversation("C>S SYN @3 | S>C RST,ACK @4", { client: { port: 50_001 } });
    const again = conversation("C>S SYN @1 | S>C SYN,ACK @1 | C>S ACK @1 | C>S 0:5 @1 | C>S 0:5 @2 | C>S 0:5 @5");
    const engine = await engineOf(pcapFile([...again.slice(0, 5), ...refused, again[5]]));
    assert.deepEqual([await engine.neighbour("retransmission", 1, 1), await engine.neighbour("retransmission", 5, 1)], [5, 8]);
    assert.deepEqual([await engine.neighbour("reset", 1, 1), await engine.neighbour("zero_window", 1, 1)], [7, undefined]);
  });
});

describe("the overview of a list", () => {
  const drawn = async (engine: CaptureEngine, kind: "problem" | "connection", parts: number) =>
    Array.from(await engine.overview(kind, 1, parts), (has) => (has ? "x" : "-")).join("");

  it("says in which parts of it problems are, and the selected packet's connection", async () => {
    const engine = await engineOfStory();
    // packets 8, 9 and 12 of 12
    assert.equal(await drawn(engine, "problem", 12), "-------xx--x");
    assert.equal(await drawn(engine, "problem", 100), "-------xx--x");
    assert.equal(await drawn(engine, "problem", 4), "--xx");
    assert.equal(await drawn(engine, "connection", 3), "xxx");
  });

  it("says how much of each part they are", async () => {
    const engine = await engineOfStory();
    const shares = [...(await engine.overview("problem", 1, 4))].map((share) => Math.round((3 * share) / allOfPart));
    // of three packets each
    assert.deepEqual(shares, [0, 0, 2, 1]);
  });

  it("is that of what the filter shows, in its order", async () => {
    const engine = await engineOfStory();
    await engine.filter("frame.number > 6");
    assert.equal(await drawn(engine, "problem", 6), "-xx--x");
    await engine.sort({ column: "number", descending: true }, plainLook);
    assert.equal(await drawn(engine, "problem", 6), "x--xx-");
    await engine.filter("frame.number > 100");
    assert.equal(await drawn(engine, "problem", 6), "");
  });
});

describe("related packets", () => {
  it("are those that a segment acknowledges, sends again and is acknowledged by", async () => {
    const engine = await engineOfStory();
    const of = async (number: number) => {
      const { first, last, ...rest } = await engine.related(number);
      assert.deepEqual([first, last], [1, 12]);
      return Object.fromEntries(Object.entries(rest).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
    };
    assert.deepEqual(await of(1), { acknowledgedBy: 2 });
    assert.deepEqual(await of(2), { acknowledges: [1], acknowledgedBy: 3 });
    assert.deepEqual(await of(4), { acknowledgedBy: 7 });
    assert.deepEqual(await of(5), { acknowledgedBy: 10, repeatedBy: [9] });
    assert.deepEqual(await of(7), { acknowledges: [4], duplicates: [8] });
    assert.deepEqual(await of(8), { duplicateOf: 7 });
    assert.deepEqual(await of(9), { acknowledgedBy: 10, repeats: 5 });
    assert.deepEqual(await of(10), { acknowledges: [9, 6, 5] });
  });
});
