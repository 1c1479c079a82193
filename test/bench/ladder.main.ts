import { measureLadder } from "./ladderScroll";
import { quantile } from "./measure";

// node out/test/bench/ladder.main.js [SEGMENTS] [STEPS]: what a scroll step of the ladder costs, alone

async function main(): Promise<void> {
  const segments = Number(process.argv[2] ?? 1_000_000);
  const { steps, arrows } = await measureLadder(segments, Number(process.argv[3] ?? 200));
  const told = [0.5, 0.95, 0.99, 1].map((share) => quantile(steps, share).toFixed(2)).join(", ");
  console.log(`${segments} segments, ${arrows} arrows: ${told} ms at 50, 95, 99 and 100 of 100 steps`);
}

void main();
