import { measureHovers } from "./hovers";
import { quantile } from "./measure";

// node out/test/bench/hover.main.js [NOTE …]: what a hover costs in a document of 10 MB made of these notes.

const given = process.argv.slice(2);
const notes = given.length > 0 ? given : ["samples/note.md", "samples/note.zh-cn.md", "samples/study-note.md"];
const { lines, hovers, answered, screens } = measureHovers(notes);
const told = (times: readonly number[]) =>
  [0.5, 0.99, 0.999].map((share) => `p${share * 100} ${(quantile(times, share) * 1000).toFixed(0)} µs`).join(", ");
console.log(`${lines} lines; ${Math.round(answered * 100)} of 100 places have a hover`);
console.log(`a hover    ${told(hovers)}`);
console.log(`a screen   ${told(screens)}`);
