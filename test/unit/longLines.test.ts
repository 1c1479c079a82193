import { strict as assert } from "node:assert";
import { linesOf } from "../../src/dump/dump";
import { findDumpAt, findDumps } from "../../src/dump/findDumps";
import { mentionAt } from "../../src/prose/mentionAt";

const bytes = "45 00 00 3c 1c 46 40 00 40 06 b1 e6 ac 10 00 63 ";

/** Lines that have many ways to be read: each of them once took minutes or more. They are no packets. */
const texts: Readonly<Record<string, string>> = {
  "written line breaks behind a row": `${bytes}E..<.F@.${"\\n".repeat(40)}x`,
  "written line breaks and quotes behind a row": `${bytes}E..<.F@.${'\\n"'.repeat(40)}x`,
  "written line breaks alone": `${"\\n".repeat(200_000)}x`,
  "digits below a row of a log": `12 a: ${bytes}\n${"1".repeat(200_000)} x`,
  "spaces behind digits": `45${" ".repeat(20_000)}x`,
  "spaces behind quoted digits": `"45"${" ".repeat(20_000)}x`,
  "signs of a string's end": `"45"${";)".repeat(20_000)}x`,
  "zeros by themselves": `${"0 ".repeat(50_000)}x`,
  "numbers with commas": `${"0,".repeat(50_000)}x`,
  "filled up signs": `${"ffffff45 ".repeat(10_000)}x`,
  colons: "a:".repeat(50_000),
  quotes: `${"'".repeat(50_000)}x`,
  tags: `${"<a>".repeat(20_000)}x`,
  brackets: "[".repeat(50_000),
  "a list of commits": "* 0a1d7f2c decode: Add it\n* ee2ee24d decode: Take it away\n",
  "equal rows without end": `00000000  ${bytes}\n*\nfffffff0  ${bytes}\n`,
  "equal rows of bits without end": `0000000 ${"000 ".repeat(16)}\n*\n7777760 ${"000 ".repeat(16)}\n`,
  "zeros in a cell": `| a | b |\n|---|---|\n${`| ${"0".repeat(1900)}x | ${"0_".repeat(900)}x |\n`.repeat(9)}`,
  "rows on one line without end": Array.from(
    { length: 8000 },
    (_, i) => `${(i * 16).toString(16).padStart(8, "0")} ${bytes}`,
  ).join(""),
  "numbers in rows": `${"123 ".repeat(90)}\n`.repeat(200),
  "strings without an end": `'${"\\x45".repeat(60)}\n`.repeat(3000),
  "names with frames": `${"=".repeat(60)} ip ${"=".repeat(60)}x\n`.repeat(2000),
  "segments of Scapy without an end": `${"<TCP  a=[".repeat(260)}\n`.repeat(9),
  "strings that are set without an end": `p = "${"45 ".repeat(1300)}\n= "00 hexhexhex\n`.repeat(9),
  "numbers that a system prints from right to left": `${"00000000 ".repeat(22)}\n`.repeat(3000),
  "letters in capitals": `base32\n${"ABCDEFGH".repeat(9)}\n`.repeat(3000),
  "ports without an end": `TCP ${"a:".repeat(1100)}\n`.repeat(9),
};
/** Milliseconds of a processor, however busy it is otherwise: some five times what the slowest takes. */
const most = 5000;
const worked = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

describe("long lines that are no packets", () => {
  for (const [name, text] of Object.entries(texts))
    it(`are read soon: ${name}`, () => {
      const started = worked();
      findDumps(linesOf(text));
      findDumpAt(linesOf(text), 0, 1);
      mentionAt(linesOf(text), 0, 1);
      assert.ok(worked() - started < most, `${Math.round(worked() - started)} ms`);
    });
});
