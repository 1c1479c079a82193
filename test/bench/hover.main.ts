import { measureHovers } from "./hovers";
import { quantile } from "./measure";

// node out/test/bench/hover.main.js [NOTE …]: what a hover costs in a document of 10 MB made of these notes.

const given = process.argv.slice(2);
const { lines, ...times } = measureHovers(
  given.length > 0 ? given : ["samples/note.md", "samples/note.zh-cn.md", "samples/study-note.md"],
);
console.log(`${lines} lines`);
for (const [what, measured] of Object.entries(times)) {
  const shares = [0.5, 0.99, 0.999].map((share) => `p${share * 100} ${(quantile(measured, share) * 1000).toFixed(0)} µs`);
  console.log(`${what.padEnd(8)} ${String(measured.length).padStart(5)} places: ${shares.join(", ")}`);
}
