import { shapes } from "./captures";
import { measureJointLadder, measureLadder } from "./ladderScroll";
import { tellQuantiles } from "./measure";

// node out/test/bench/ladder.main.js [SEGMENTS] [STEPS] [web|bulk|tiny]: what a scroll step of the ladder costs, alone; with a shape
// of captures, of all its connections in one flow

async function main(): Promise<void> {
  const [segments = 1_000_000, steps = 200] = process.argv.slice(2, 4).map(Number);
  const shape = shapes.find((each) => each === process.argv[4]);
  const measured = await (shape ? measureJointLadder(shape, segments, steps) : measureLadder(segments, steps));
  console.log(`${segments} segments ${shape ?? ""}, ${measured.arrows} arrows: ${tellQuantiles(measured.steps)} steps, ms`);
}

void main();
