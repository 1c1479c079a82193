import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { CaptureEngine } from "../../src/engine/captureEngine";
import { orderByText } from "../../src/engine/order/textOrder";
import { formatElapsed } from "../../src/text/moment";
import { columnIds, type StandardColumn } from "../../src/view/onScreen/columnId";
import { plainLook, type RowLook } from "../../src/view/onScreen/rowLook";
import type { PacketRow } from "../../src/view/packetRow";
import { ownCaptures } from "../dsl/captures";
import { conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { inNaturalOrder } from "../dsl/naturalOrder";

const listed = async (engine: CaptureEngine, look = plainLook) => {
  const { packets } = await engine.summary();
  return engine.listedRows(0, packets, look);
};

/** An address as the digits of its bytes: none first, then those of network cards, IPv4, IPv6. */
function addressKey(text: string): string {
  if (text === "") return "";
  if (/^(..:){5}..$/.test(text)) return `2${text}`;
  if (!text.includes(":"))
    return `4${text
      .split(".")
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`;
  const dotted = text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts) => {
    const [a, b, c, d] = parts.slice(0, 4).map((part) => Number(part).toString(16).padStart(2, "0"));
    return `${a}${b}:${c}${d}`;
  });
  const [head, tail] = dotted.split("::").map((side) => side.split(":").filter(Boolean));
  const middle = Array.from({ length: 8 - head.length - (tail?.length ?? 0) }, () => "0");
  return `6${[...head, ...middle, ...(tail ?? [])].map((group) => group.padStart(4, "0")).join("")}`;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const secondsOf = ({ time }: PacketRow) => (time ? Number(formatElapsed(time)) : Number.NEGATIVE_INFINITY);
const comparers: Readonly<Record<StandardColumn, (a: PacketRow, b: PacketRow) => number>> = {
  number: (a, b) => a.number - b.number,
  time: (a, b) => (secondsOf(a) === secondsOf(b) ? 0 : secondsOf(a) - secondsOf(b)),
  source: (a, b) => compareText(addressKey(a.source), addressKey(b.source)),
  destination: (a, b) => compareText(addressKey(a.destination), addressKey(b.destination)),
  protocol: (a, b) => inNaturalOrder(a.protocol, b.protocol),
  length: (a, b) => a.length - b.length,
  info: (a, b) => inNaturalOrder(a.info, b.info),
};

describe("the order of the packet list", () => {
  for (const { name, bytes } of ownCaptures()) {
    it(`is the same as that of its rows: ${name}`, async () => {
      const engine = await engineOf(bytes);
      const looks: readonly RowLook[] = [
        plainLook,
        { ...plainLook, references: [2, 4] },
        { ...plainLook, time: "previous" },
        { ...plainLook, time: "connection", numbers: "raw" },
      ];
      for (const look of looks) {
        const rows = await listed(engine, look);
        for (const column of columnIds)
          for (const descending of [false, true]) {
            await engine.sort({ column, descending }, look);
            const sign = descending ? -1 : 1;
            const expected = [...rows].sort((a, b) => sign * comparers[column](a, b));
            assert.deepEqual(
              (await listed(engine, look)).map(({ number }) => number),
              expected.map(({ number }) => number),
              `${column} ${descending}`,
            );
            await engine.sort(undefined, look);
          }
      }
    }).timeout(60_000);
  }

  it("holds for what a filter shows, until it shows something else", async () => {
    const engine = await engineOf(conversationCapture("C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:300 | S>C ACK | C>S 300:310"));
    const numbers = async () => (await listed(engine)).map(({ number }) => number);
    await engine.filter("tcp.flags.syn == 0");
    await engine.sort({ column: "length", descending: true }, plainLook);
    assert.deepEqual(await numbers(), [4, 6, 3, 5]);
    assert.deepEqual(await Promise.all([4, 6, 5, 1].map((number) => engine.placeInList(number))), [0, 1, 3, -1]);
    await engine.filter("tcp.flags.syn == 1");
    assert.deepEqual(await numbers(), [1, 2]);
  });

  it("orders any texts as people do, whatever is compared of them at once", async () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "B", "7", "0", " ", "→", "9") }),
      fc.array(fc.nat()).map((numbers) => numbers.join(" → ")),
      fc.constantFrom("", "same same same same", "x256", "x"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 60 }), fc.boolean(), async (texts, isDescending) => {
        const rows = Uint32Array.from(texts.keys());
        const each = async (wanted: Uint32Array, onText: (row: number, text: string) => void) => {
          for (const row of wanted) onText(row, texts[row]);
        };
        const found = await orderByText(rows, texts.length, each, isDescending);
        const sign = isDescending ? -1 : 1;
        const expected = [...rows].sort((a, b) => sign * inNaturalOrder(texts[a], texts[b]));
        assert.deepEqual([...found], expected);
      }),
    );
  });
});
