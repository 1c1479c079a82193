import { strict as assert } from "node:assert";
import { Paced } from "../../src/webview/paced";

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe("what is done at a pace", () => {
  it("is done at once, and once more for all that is wanted meanwhile", async () => {
    let times = 0;
    const paced = new Paced(() => {
      times += 1;
    }, 20);
    for (let i = 0; i < 5; i += 1) paced.want();
    assert.equal(times, 1);
    await pause(60);
    assert.equal(times, 2);
    await pause(60);
    assert.equal(times, 2);
  });

  it("is never done twice at a time, and goes on when it has failed", async () => {
    let running = 0;
    let times = 0;
    const paced = new Paced(async () => {
      assert.equal(running, 0);
      running += 1;
      times += 1;
      await pause(30);
      running -= 1;
      throw new Error("the engine is gone");
    }, 1);
    paced.want();
    await pause(5);
    paced.want();
    assert.equal(times, 1);
    await pause(60);
    assert.equal(times, 2);
  });

  it("is left once it is stopped", async () => {
    let times = 0;
    const paced = new Paced(() => {
      times += 1;
    }, 10);
    paced.want();
    await pause(1);
    paced.want();
    paced.stop();
    await pause(40);
    assert.equal(times, 1);
  });
});
