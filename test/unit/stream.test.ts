import { strict as assert } from "node:assert";
import fc from "fast-check";
import { freshStreamLook } from "../../src/view/onScreen/streamLook";
import type { StreamRow, StreamView } from "../../src/view/stream/streamRows";
import { endOfRow, printed } from "../../src/view/stream/streamText";
import { hex } from "../dsl/bytes";
import { engineOf } from "../dsl/flowWindow";
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

  it("keeps four megabytes of it on the screen, and all of it for a file", async () => {
    const large = new Uint8Array(60_000).fill(0x61);
    const engine = await engineOf(talk(...Array.from({ length: 72 }, () => ({ by: "S", said: large }) as const)));
    const { server, isCut } = await engine.stream(0, wide);
    assert.deepEqual([server, isCut], [1 << 22, true]);
    const { bytes, isCut: isFileCut } = await engine.streamBytes(0, "server");
    assert.deepEqual([bytes.length, isFileCut], [72 * 60_000, false]);
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
