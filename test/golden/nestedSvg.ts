import { strict as assert } from "node:assert";

/** Every element is closed, in order. */
export function assertNested(svg: string): void {
  const waiting: string[] = [];
  for (const [, slash, name, rest] of svg.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
    if (slash) assert.equal(waiting.pop(), name);
    else if (!rest.endsWith("/")) waiting.push(name);
  }
  assert.deepEqual(waiting, []);
}
