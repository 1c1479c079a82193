import { strict as assert } from "node:assert";
import { isDeepStrictEqual } from "node:util";

/** Asks again and again until there is an answer; the error says what was waited for. */
export async function waitFor<T>(what: string, ask: () => Promise<T | undefined | false>, milliseconds = 30_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${milliseconds / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks until the answer is just that: what is on screen follows in its own time. The error shows the last answer. */
export async function waitForEqual<T>(expected: T, ask: () => Promise<T>, milliseconds = 30_000): Promise<void> {
  let last: T | undefined;
  const isEqual = async () => {
    last = await ask();
    return isDeepStrictEqual(last, expected);
  };
  await waitFor("the same", isEqual, milliseconds).catch(() => assert.deepEqual(last, expected));
}

/** Asks until the text says that; the error shows what it said last. */
export async function waitForMatch(expected: RegExp, ask: () => Promise<string>, milliseconds = 30_000): Promise<void> {
  let last = "";
  const isMatch = async () => {
    last = await ask();
    return expected.test(last);
  };
  await waitFor("such a text", isMatch, milliseconds).catch(() => assert.match(last, expected));
}
