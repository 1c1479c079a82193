import { strict as assert } from "node:assert";
import { allMarks, markNames } from "../../src/connections/marks";
import { rehearse } from "../../src/connections/rehearsal";

describe("the rehearsal of the rules", () => {
  it("leaves no mark out", () => assert.deepEqual([...markNames(~rehearse() & allMarks)], []));
});
