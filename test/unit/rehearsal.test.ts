import { strict as assert } from "node:assert";
import { allMarks, markNames } from "../../src/connections/marks";
import { rehearse } from "../../src/connections/rehearsal";

describe("the rehearsal of the rules", () => {
  it("leaves no mark out, whenever it is", () => {
    for (const time of ["first", "second"]) {
      const missing = [...markNames(~rehearse() & allMarks)];
      assert.deepEqual(missing, [], `${time} time`);
    }
  });
});
