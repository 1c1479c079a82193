import type { Locator } from "playwright-core";
import { waitFor } from "../host/waitFor";
import type { PageTime } from "./pageTime";

/** What is scrolled through, and when a step through it is over. */
export interface Scrolled {
  readonly scroller: Locator;
  /** Pixels that one notch of a wheel moves. */
  readonly notch: number;
  /** What is on screen has been drawn. */
  isSettled(scroller: Element): boolean;
}

/** The first steps are warming up. */
const warming = 20;

/** Milliseconds of script, style and layout of each step, of everything that it set off: notches of a wheel, and each tenth to a place anywhere. */
export async function scrollSteps({ scroller, notch, isSettled }: Scrolled, time: PageTime, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let step = -warming; step < count; step += 1) {
    const before = await time.busy();
    await (step % 10 === 9 ? jump(scroller, step / count) : turnWheel(scroller, notch));
    await waitFor("what is scrolled to", () => frameLater(scroller).then(() => scroller.evaluate(isSettled)));
    if (step >= 0) times.push((await time.busy()) - before);
  }
  return times;
}

const turnWheel = (scroller: Locator, deltaY: number) =>
  scroller.evaluate((element, by) => {
    const event = new WheelEvent("wheel", { deltaY: by, bubbles: true, cancelable: true });
    // where nobody moves it by hand, the browser moves the bar itself
    if (element.dispatchEvent(event)) element.scrollTop += by;
  }, deltaY);

const jump = (scroller: Locator, share: number) =>
  scroller.evaluate((element, to) => {
    element.scrollTop = to * element.scrollHeight;
  }, share);

const frameLater = (scroller: Locator) =>
  scroller.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
