import { strict as assert } from "node:assert";
import { forget, readKeptFilters, save, unsave, used } from "../../src/view/onScreen/keptFilters";

describe("kept filters", () => {
  const kept = { saved: ["tcp"], recent: ["udp", "ip"] };

  it("have what was used last first, and once", () => {
    assert.deepEqual(used(kept, "ip"), { saved: ["tcp"], recent: ["ip", "udp"] });
    assert.deepEqual(used(kept, "arp"), { saved: ["tcp"], recent: ["arp", "udp", "ip"] });
  });

  it("do not repeat what is saved, nor keep an empty one", () => {
    assert.deepEqual(used(kept, "tcp"), kept);
    assert.deepEqual(used(kept, ""), kept);
    assert.deepEqual(save(kept, ""), kept);
  });

  it("go from one list to the other", () => {
    assert.deepEqual(save(kept, "udp"), { saved: ["tcp", "udp"], recent: ["ip"] });
    assert.deepEqual(unsave(kept, "tcp"), { saved: [], recent: ["tcp", "udp", "ip"] });
    assert.deepEqual(forget(forget(kept, "tcp"), "ip"), { saved: [], recent: ["udp"] });
  });

  it("are not too many", () => {
    const many = Array.from({ length: 100 }, (_, index) => `frame.number == ${index}`);
    const all = many.reduce(used, readKeptFilters(undefined));
    assert.equal(all.recent.length, 30);
    assert.equal(all.recent[0], "frame.number == 99");
  });

  it("are read with suspicion", () => {
    const nothing = { saved: [], recent: [] };
    for (const odd of [undefined, null, 5, "tcp", {}, { saved: "tcp", recent: { 0: "tcp" } }])
      assert.deepEqual(readKeptFilters(odd), nothing);
    assert.deepEqual(readKeptFilters({ saved: ["tcp", 5, "tcp", " "], recent: [null, "ip"] }), {
      saved: ["tcp"],
      recent: ["ip"],
    });
  });
});
