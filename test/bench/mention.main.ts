import { readFileSync } from "node:fs";
import { linesOf } from "../../src/dump/dump";
import type { Mention } from "../../src/prose/mention";
import { mentionAt } from "../../src/prose/mentionAt";
import { wordsFor } from "../../src/text/words";
import { mentionHover } from "../../src/view/mentionHover";

// node out/test/bench/mention.main.js [NOTE …]: what a hover over words costs in a document of 10 MB made of these notes.

const size = 10e6;
const rounds = 40_000;

const notes = process.argv.length > 2 ? process.argv.slice(2) : ["samples/study-note.md", "samples/note.md", "README.md"];
const note = notes.map((path) => readFileSync(path, "utf8")).join("\n\n");
const lines = linesOf(note.repeat(Math.ceil(size / note.length)));

let seed = 1;
const random = (below: number) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % below;
};

/** Microseconds of finding what is mentioned at a place, and of that with its explanation. */
const times = { found: [] as number[], explained: [] as number[] };
const words = wordsFor("en");
let mentions = 0;
for (let round = -rounds / 4; round < rounds; round += 1) {
  const line = random(lines.count);
  const column = random(Math.max(1, lines.at(line).length));
  // the best of three: a shared machine interrupts now and then
  let [found, explained] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let mention: Mention | undefined;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const started = performance.now();
    mention = mentionAt(lines, line, column);
    found = Math.min(found, performance.now() - started);
    if (mention) mentionHover(mention, words);
    explained = Math.min(explained, performance.now() - started);
  }
  if (round < 0) continue;
  times.found.push(found * 1000);
  times.explained.push(explained * 1000);
  if (mention) mentions += 1;
}
console.log(`${lines.count} lines, ${rounds} places, ${mentions} mentions`);
for (const [name, all] of Object.entries(times)) {
  all.sort((a, b) => a - b);
  const at = (share: number) => `${all[Math.floor(share * all.length)].toFixed(1)} µs`;
  console.log(`${name.padEnd(10)} p50 ${at(0.5)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}`);
}
