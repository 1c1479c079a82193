import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { countVerdicts, differ, narrow, rowsThatFit, turn, Verdict, Verdicts, widen } from "../../src/filter/verdicts";

/** The same one by one: what each of the two may turn out to be decides what is known of both together. */
const mayBe = (verdict: Verdict): readonly boolean[] => (verdict === Verdict.open ? [false, true] : [verdict === Verdict.yes]);

function known(possible: readonly boolean[]): Verdict {
  return possible.every(Boolean) ? Verdict.yes : possible.some(Boolean) ? Verdict.open : Verdict.no;
}

const verdictsOf = (list: readonly Verdict[]) => {
  const verdicts = new Verdicts(list.length);
  verdicts.bytes.set(list);
  return verdicts;
};

const one = fc.constantFrom(Verdict.no, Verdict.open, Verdict.yes);
const pairs = fc.array(fc.tuple(one, one), { minLength: 1, maxLength: 1200 });

describe("verdicts on many rows at once", () => {
  const joints = [
    ["and", narrow, (a: boolean, b: boolean) => a && b],
    ["or", widen, (a: boolean, b: boolean) => a || b],
    ["xor", differ, (a: boolean, b: boolean) => a !== b],
  ] as const;
  for (const [name, join, of] of joints)
    it(`join by ${name} as one by one`, () => {
      fc.assert(
        fc.property(pairs, (list) => {
          const left = verdictsOf(list.map(([a]) => a));
          join(left, verdictsOf(list.map(([, b]) => b)));
          const expected = list.map(([a, b]) => known(mayBe(a).flatMap((x) => mayBe(b).map((y) => of(x, y)))));
          assert.deepEqual([...left.bytes], expected);
        }),
      );
    });

  it("turn round", () => {
    const verdicts = verdictsOf([Verdict.no, Verdict.open, Verdict.yes, Verdict.no, Verdict.yes]);
    turn(verdicts);
    assert.deepEqual([...verdicts.bytes], [Verdict.yes, Verdict.open, Verdict.no, Verdict.yes, Verdict.no]);
  });

  it("are counted, and name the rows that fit", () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5000 }), (list) => {
        const verdicts = verdictsOf(list);
        const count = (wanted: Verdict) => list.filter((each) => each === wanted).length;
        assert.deepEqual(countVerdicts(verdicts), { yes: count(Verdict.yes), open: count(Verdict.open) });
        const fitting = list.flatMap((verdict, row) => (verdict === Verdict.yes ? [row] : []));
        assert.deepEqual([...rowsThatFit(verdicts)], fitting);
      }),
    );
    const all = verdictsOf(Array.from({ length: 100_003 }, () => Verdict.yes));
    assert.equal(rowsThatFit(all).length, 100_003);
    assert.equal(rowsThatFit(all)[100_002], 100_002);
  });
});
