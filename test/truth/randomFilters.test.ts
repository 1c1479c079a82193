import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import type { CaptureEngine } from "../../src/engine/captureEngine";
import { readFilter } from "../../src/filter/filter";
import { givenCaptures, ownCaptures } from "../dsl/captures";
import { engineOf } from "../dsl/engineOf";
import { comparedFields, randomFilter } from "../dsl/randomFilters";
import { describeAgainstTshark } from "./againstTshark";
import { knowsField, otherTypes, ownFields, tsharkFields } from "./filterFields";
import { askForFrames } from "./filterTshark";

const perCapture = Number(process.env["WIRENOTE_FILTERS"] ?? 300);

/** `DIFFERENCES.md` says why: what is switched off there, and what Wireshark knows only in a second pass or tells otherwise. */
const incomparable = new RegExp(
  [
    ...["icmp", "igmp", "arp", "sctp", "tcp\\.completeness", "frame\\.protocols", "tcp\\.options\\.(experimental|tfo|cc|mptcp)"],
    ...["ip\\.opt\\.sec", "gre\\.flags\\.ack", "gtp\\.(seq_number|pdu_number)", "wlan\\.(sa|addr)"],
    ...["ieee8021ah\\.etype", "eth\\.type", "ppp\\b(?! contains)"],
  ].join("|"),
);

/** More than one type under a name, of which Wireshark tries each; and a truth whose sign nobody asks for. */
const takenByChance = /wlan\.fc\.|vxlan\.flags|abs\(/;

function expressionsFor(seed: number): string[] {
  const others = [...ownFields, ...otherTypes];
  const isComparable = (expression: string) => {
    const words = new Set(expression.split(/[^\w.]+/));
    return !others.some((name) => words.has(name)) && !incomparable.test(expression) && !takenByChance.test(expression);
  };
  return [...new Set(fc.sample(randomFilter, { seed, numRuns: perCapture }))].filter(isComparable);
}

describeAgainstTshark("random display filters", (folder) => {
  it("ask for fields of Wireshark's names and types", () => {
    const types = tsharkFields();
    const unknown = comparedFields.filter(
      ({ name, type }) => !ownFields.has(name) && !otherTypes.has(name) && !knowsField(types, name, type),
    );
    assert.deepEqual(unknown, []);
  });

  const captures = [...ownCaptures().filter(({ name }) => /samples|recorded|lost|no window|ECN/.test(name)), ...givenCaptures()];
  for (const [index, { name, bytes }] of captures.entries()) {
    it(`show the same packets of ${name}`, async () => {
      const expressions = expressionsFor(index + 1);
      const file = folder.file("capture", bytes);
      const theirs = askForFrames(file, expressions, folder.path);
      const engine = await engineOf(bytes);
      const differences: string[] = [];
      for (const [at, expression] of expressions.entries()) {
        const verdict = theirs[at];
        const expected = "frames" in verdict ? verdict.frames.join(" ") : "refused";
        const found = await shownBy(engine, expression);
        if (found !== expected) differences.push(`${expression}\n   tshark: ${expected}\n   ours:   ${found}`);
      }
      assert.deepEqual(differences, []);
    });
  }
});

async function shownBy(engine: CaptureEngine, expression: string): Promise<string> {
  if (!("filter" in readFilter(expression))) return "refused";
  const answer = await engine.filter(expression);
  const rows = "shown" in answer ? await engine.listedRows(0, answer.shown) : [];
  return rows.map(({ number }) => number).join(" ");
}
