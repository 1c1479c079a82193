import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { FindAnswer, Step } from "../../src/engine/contract/list";
import type { StreamSearch } from "../../src/engine/contract/stream";
import { freshStreamLook } from "../../src/view/onScreen/streamLook";
import type { StreamRow, StreamView } from "../../src/view/stream/streamRows";
import { endOfRow, printed } from "../../src/view/stream/streamText";
import { hex } from "../dsl/bytes";
import { engineOf } from "../dsl/engineOf";
import { type Said, talk } from "../dsl/talk";

const wide: StreamView = { ...freshStreamLook, columns: 80 };
const inHex: StreamView = { ...wide, format: "hex", columns: 8 };

/** `>` before what the client sent, `<` before what the server did. */
const written = ({ from, packets, text, hex: bytes, missing }: StreamRow): string =>
  [
    from === "client" ? ">" : "<",
    packets.join(","),
    ...(bytes ? [bytes.offset, bytes.digits.trimEnd()] : []),
    missing === undefined ? text : `(${missing})`,
  ].join(" ");

async function rowsOf(said: readonly Said[], view: StreamView): Promise<string[]> {
  const engine = await engineOf(talk(...said));
  const { rows } = await engine.stream(0, view);
  return (await engine.streamRows(0, view, 0, rows)).map(written);
}

const request = { by: "C", said: "GET / HTTP/1.1\r\nHost: a\r\n\r\n" } as const;
const answer = { by: "S", said: "HTTP/1.1 200 OK\r\n\r\n\x01\ttail" } as const;

describe("what was sent in a connection, in rows", () => {
  it("is lines of text, each with its end and its packet", async () => {
    assert.deepEqual(await rowsOf([request, answer], wide), [
      "> 4 GET / HTTP/1.1",
      "> 4 Host: a",
      "> 4 ",
      "< 6 HTTP/1.1 200 OK",
      "< 6 ",
      "< 6 .    tail",
    ]);
  });

  it("goes on in the same line where a segment ends within it, and breaks it where it is full", async () => {
    const halves = [
      { by: "C", said: "one li" },
      { by: "C", said: "ne\nand more" },
    ] as const;
    assert.deepEqual(await rowsOf(halves, wide), ["> 4,6 one line", "> 6 and more"]);
    assert.deepEqual(await rowsOf(halves, { ...wide, columns: 5 }), ["> 4 one l", "> 4,6 ine", "> 6 and m", "> 6 ore"]);
  });

  it("is that of one end alone, whatever the other says between", async () => {
    const said = [
      { by: "C", said: "one " },
      { by: "S", said: "yes?" },
      { by: "C", said: "line" },
    ] as const;
    assert.deepEqual(await rowsOf(said, { ...wide, direction: "client" }), ["> 4,8 one line"]);
    assert.deepEqual(await rowsOf(said, { ...wide, direction: "server" }), ["< 6 yes?"]);
    assert.deepEqual(await rowsOf(said, wide), ["> 4 one ", "< 6 yes?", "> 8 line"]);
  });

  it("says how much was sent that is not in the capture, and nothing twice", async () => {
    const said = [
      { by: "S", said: "before", isRepeated: true },
      { by: "S", said: "lost for ever", isLost: true },
      { by: "S", said: "after" },
    ] as const;
    assert.deepEqual(await rowsOf(said, wide), ["< 4 before", "<  (13)", "< 8 after"]);
    assert.deepEqual(await rowsOf(said, inHex), [
      "< 4 00000000 62 65 66 6f 72 65 before",
      "<  (13)",
      "< 8 00000013 61 66 74 65 72 after",
    ]);
  });

  it("is in hex a row of its own for each packet", async () => {
    assert.deepEqual(
      await rowsOf(
        [
          { by: "C", said: "0123456789" },
          { by: "S", said: hex("00 ff") },
        ],
        inHex,
      ),
      ["> 4 00000000 30 31 32 33 34 35 36 37 01234567", "> 4 00000008 38 39 89", "< 6 00000000 00 ff .."],
    );
  });

  it("tells how much it is, and gives all of it", async () => {
    const engine = await engineOf(talk(request, answer));
    assert.deepEqual(await engine.stream(0, wide), { rows: 6, client: 27, server: 25, isCut: false });
    const textOf = async (direction: "client" | "server" | "both") =>
      new TextDecoder().decode((await engine.streamBytes(0, direction)).bytes);
    assert.equal(await textOf("client"), request.said);
    assert.equal(await textOf("server"), answer.said);
    assert.equal(await textOf("both"), request.said + answer.said);
  });

  it("finds the first row of a packet, and none of one without data", async () => {
    const engine = await engineOf(talk(request, answer, { by: "C", said: "more" }));
    const places = async (view: StreamView) => Promise.all([1, 4, 5, 6, 8].map((frame) => engine.streamPlace(0, view, frame)));
    assert.deepEqual(await places(wide), [-1, 0, -1, 3, 6]);
    assert.deepEqual(await places({ ...wide, direction: "server" }), [-1, -1, -1, 0, -1]);
    assert.deepEqual(await places(inHex), [-1, 0, -1, 4, 8]);
  });

  const conversation = [
    { by: "C", said: "LOGIN alice\r\nlog" },
    { by: "S", said: "wait" },
    { by: "C", said: "in bob\r\n" },
    { by: "S", said: "Alice? Bob? alice!\r\n\xff" },
  ] as const;
  const searches: readonly (readonly [
    what: string,
    search: StreamSearch,
    from: number,
    step: Step,
    view: StreamView,
    answer: FindAnswer,
  ])[] = [
    ["small and capital letters alike", { kind: "text", text: "ALICE" }, -1, 1, wide, { found: 0 }],
    ["the next one", { kind: "text", text: "alice" }, 0, 1, wide, { found: 4 }],
    ["on from the other end", { kind: "text", text: "alice" }, 4, 1, wide, { found: 0, wrapped: true }],
    ["the one before", { kind: "text", text: "alice" }, 4, -1, wide, { found: 0 }],
    ["back from the other end", { kind: "text", text: "alice" }, 0, -1, wide, { found: 4, wrapped: true }],
    ["what several packets brought, at the row where it begins", { kind: "text", text: "login bob" }, -1, 1, wide, { found: 1 }],
    ["in one direction alone", { kind: "text", text: "bob" }, -1, 1, { ...wide, direction: "server" }, { found: 0 }],
    ["bytes", { kind: "hex", text: "0d0a 6c" }, -1, 1, wide, { found: 0 }],
    ["bytes in rows of hex", { kind: "hex", text: "0d:0a:6c" }, -1, 1, inHex, { found: 1 }],
    ["nothing", { kind: "text", text: "carol" }, -1, 1, wide, {}],
    ["no half bytes", { kind: "hex", text: "0d0" }, -1, 1, wide, { unreadable: true }],
  ];
  for (const [what, search, from, step, view, answer] of searches)
    it(`is searched for ${what}`, async () => {
      const engine = await engineOf(talk(...conversation));
      assert.deepEqual(await engine.findInStream(0, view, search, from, step), answer);
    });

  it("is not found across bytes that are missing", async () => {
    const said = [
      { by: "S", said: "before" },
      { by: "S", said: "lost", isLost: true },
      { by: "S", said: "after" },
    ] as const;
    const engine = await engineOf(talk(...said));
    const find = (text: string) => engine.findInStream(0, wide, { kind: "text", text }, -1, 1);
    assert.deepEqual(await find("reaf"), {});
    assert.deepEqual(await find("fter"), { found: 2 });
  });

  it("is found wherever it begins, however it is laid out in rows", async () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 12 });
    const turn = fc.record({ by: fc.constantFrom("C" as const, "S" as const), said: letters });
    const searched = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { minLength: 1, maxLength: 8 }),
        searched,
        fc.integer({ min: 1, max: 6 }),
        async (said, text, columns) => {
          const engine = await engineOf(talk(...said));
          const view: StreamView = { ...wide, columns };
          const { rows } = await engine.stream(0, view);
          const found: number[] = [];
          for (let from = -1; ; from = found[found.length - 1]) {
            const answer = await engine.findInStream(0, view, { kind: "text", text }, from, 1);
            if (!("found" in answer) || answer.found === undefined || answer.wrapped) break;
            found.push(answer.found);
          }
          const all = (end: "C" | "S") => said.map((each) => (each.by === end ? each.said : "")).join("");
          const whole = { client: all("C"), server: all("S") };
          const read = { client: 0, server: 0 };
          const expected = (await engine.streamRows(0, view, 0, rows)).flatMap((row, place) => {
            const match = whole[row.from].indexOf(text, read[row.from]);
            read[row.from] += row.text.length;
            return match >= 0 && match < read[row.from] ? [place] : [];
          });
          assert.deepEqual(found, expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("keeps four megabytes of it on the screen, and all of it for a file", async () => {
    const large = new Uint8Array(60_000).fill(0x61);
    const engine = await engineOf(talk(...Array.from({ length: 72 }, () => ({ by: "S", said: large }) as const)));
    const { server, isCut } = await engine.stream(0, wide);
    assert.deepEqual([server, isCut], [1 << 22, true]);
    const { bytes, isCut: isFileCut } = await engine.streamBytes(0, "server");
    assert.deepEqual([bytes.length, isFileCut], [72 * 60_000, false]);
  });

  it("says how much of it was searched in vain, where there is more", async () => {
    const large = new Uint8Array(60_000).fill(0x61);
    const all = Array.from({ length: 72 }, () => ({ by: "S", said: large }) as const);
    const cut = await engineOf(talk(...all, { by: "S", said: "needle" }));
    const search = (text: string): StreamSearch => ({ kind: "text", text });
    assert.deepEqual(await cut.findInStream(0, wide, search("needle"), -1, 1), { within: 1 << 22 });
    assert.deepEqual(await cut.findInStream(0, wide, search("aaa"), -1, 1), { found: 0 });
    const { rows } = await cut.stream(0, wide);
    assert.deepEqual(await cut.findInStream(0, wide, search("aaa"), 0, -1), { found: rows - 1, wrapped: true, within: 1 << 22 });
    const whole = await engineOf(talk({ by: "S", said: "hay" }));
    assert.deepEqual(await whole.findInStream(0, wide, search("needle"), -1, 1), {});
  });
});

describe("bytes as text", () => {
  const cases: Readonly<Record<string, readonly [bytes: string, text: string]>> = {
    "letters of every length": ["41 c3 a9 e4 bd a0 f0 9f 98 80", "Aé你😀"],
    "a sequence that is too long for its character": ["c0 80 e0 80 80", "....."],
    "half of a surrogate, and what lies beyond the last character": ["ed a0 80 f4 90 80 80", "......."],
    "a character that was cut": ["41 e4 bd", "A.."],
    "controls, and what turns letters around": ["1b 5b 7f c2 85 e2 80 ae", ".[..."],
    "the end of a line": ["41 0d 0a", "A"],
    "a carriage return within": ["41 0d 42", "A.B"],
  };
  for (const [what, [bytes, text]] of Object.entries(cases))
    it(`are ${what}`, () => {
      assert.equal(printed(hex(bytes)), text);
    });

  it("are all in one row and no other, and no character is torn", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 12 }), (said, columns) => {
        const bytes = new TextEncoder().encode(said);
        let joined = "";
        for (let at = 0; at < bytes.length; ) {
          const end = endOfRow(bytes, at, bytes.length, columns);
          assert.ok(end > at);
          joined += printed(bytes.subarray(at, end));
          at = end;
        }
        const shown = (text: string) => [...text].filter((character) => character !== "\n" && character !== "\r").join("");
        assert.equal(joined.replaceAll(".", ""), shown(printed(bytes)).replaceAll(".", ""));
      }),
    );
  });
});
