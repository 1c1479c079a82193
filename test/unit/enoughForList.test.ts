import { strict as assert } from "node:assert";
import { enoughForList } from "../../src/webview/enoughForList";

const summary = { packets: 6, connections: 5, read: 1, complete: true };
const aboveRows = 52;

describe("what is enough for a list", () => {
  it("are its rows and one more, whatever is listed and however high they are", () => {
    assert.equal(enoughForList(summary, "packets", 22) - aboveRows, 7 * 22);
    assert.equal(enoughForList(summary, "packets", 40) - aboveRows, 7 * 40);
    assert.equal(enoughForList(summary, "connections", 22) - aboveRows, 6 * 22);
  });

  it("is room for some, however few there are", () => {
    assert.equal(enoughForList({ ...summary, connections: 1 }, "connections", 22) - aboveRows, 5 * 22);
  });

  it("is not known while the file is read, nor over time", () => {
    assert.equal(enoughForList({ ...summary, complete: false }, "packets", 22), Number.POSITIVE_INFINITY);
    assert.equal(enoughForList(summary, "overTime", 22), Number.POSITIVE_INFINITY);
  });
});
