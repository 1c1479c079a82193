import { readFileSync } from "node:fs";
import { linesOf } from "../../src/dump/dump";
import { mentionAt } from "../../src/prose/mentionAt";

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

const times: number[] = [];
let found = 0;
for (let round = -rounds / 4; round < rounds; round += 1) {
  const line = random(lines.count);
  const column = random(Math.max(1, lines.at(line).length));
  const started = performance.now();
  const mention = mentionAt(lines, line, column);
  if (round < 0) continue;
  times.push((performance.now() - started) * 1000);
  if (mention) found += 1;
}
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(share * times.length)].toFixed(1);
console.log(
  `${lines.count} lines, ${rounds} places, ${found} mentions: p50 ${at(0.5)} µs, p99 ${at(0.99)} µs, p99.9 ${at(0.999)} µs`,
);
