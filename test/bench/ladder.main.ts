import { measureLadder } from "./ladderScroll";
import { tellQuantiles } from "./measure";

// node out/test/bench/ladder.main.js [SEGMENTS] [STEPS]: what a scroll step of the ladder costs, alone

async function main(): Promise<void> {
  const segments = Number(process.argv[2] ?? 1_000_000);
  const { steps, arrows } = await measureLadder(segments, Number(process.argv[3] ?? 200));
  console.log(`${segments} segments, ${arrows} arrows: ${tellQuantiles(steps)} steps, ms`);
}

void main();
