import { strict as assert } from "node:assert";
import type { SendWindow } from "../../src/view/flow/sendWindow";
import { conversationCapture } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";

const open = "C>S SYN win 1000 | S>C SYN,ACK win 1000 | C>S ACK win 1000";

/** `acked [in flight] next (usable) edge`, and `+` what lies beyond the edge. */
const drawn = ({ acked, inFlight, next, usable, edge, beyond }: SendWindow): string =>
  `${acked} [${inFlight}] ${next} (${usable}) ${edge}${beyond > 0 ? ` +${beyond}` : ""}`;

async function windowsOf(picture: string, frame: number): Promise<Record<string, string>> {
  const engine = await engineOf(conversationCapture(picture));
  const windows = await engine.sendWindows(0, "relative", frame);
  return Object.fromEntries(windows.map((window) => [window.sender, drawn(window)]));
}

describe("what an end may send", () => {
  it("is not known before the other end has acknowledged its SYN", async () => {
    assert.deepEqual(await windowsOf(open, 1), {});
    assert.deepEqual(await windowsOf(open, 2), { client: "1 [0] 1 (1000) 1001" });
    assert.deepEqual(await windowsOf(open, 3), { client: "1 [0] 1 (1000) 1001", server: "1 [0] 1 (1000) 1001" });
  });

  it("shrinks as it sends, and moves on with what is acknowledged", async () => {
    const picture = `${open} | C>S 0:400 win 1000 | C>S 400:800 win 1000 | S>C ACK ack 401 win 900`;
    assert.equal((await windowsOf(picture, 4))["client"], "1 [400] 401 (600) 1001");
    assert.equal((await windowsOf(picture, 5))["client"], "1 [800] 801 (200) 1001");
    assert.equal((await windowsOf(picture, 6))["client"], "401 [400] 801 (500) 1301");
  });

  it("is nothing where the window is full or closed, and a probe lies beyond it", async () => {
    const picture = `${open} | C>S 0:1000 win 1000 | S>C ACK ack 1001 win 0 | C>S 1000:1001 win 1000 | S>C ACK ack 1001 win 2000`;
    assert.equal((await windowsOf(picture, 4))["client"], "1 [1000] 1001 (0) 1001");
    assert.equal((await windowsOf(picture, 5))["client"], "1001 [0] 1001 (0) 1001");
    assert.equal((await windowsOf(picture, 6))["client"], "1001 [1] 1002 (0) 1001 +1");
    assert.equal((await windowsOf(picture, 7))["client"], "1001 [1] 1002 (1999) 3001");
  });

  it("is seen beside the largest window so far, which its end closes and opens again", async () => {
    const picture = `${open} | C>S 0:1000 win 1000 | S>C ACK ack 1001 win 0 | S>C ACK ack 1001 win 400 | S>C ACK ack 1001 win 3000`;
    const engine = await engineOf(conversationCapture(picture));
    const of = async (frame: number) =>
      (await engine.sendWindows(0, "relative", frame)).map(({ window, widest }) => [window, widest]);
    assert.deepEqual(await of(3), [
      [1000, 1000],
      [1000, 1000],
    ]);
    assert.deepEqual((await of(5))[0], [0, 1000]);
    assert.deepEqual((await of(6))[0], [400, 1000]);
    assert.deepEqual((await of(7))[0], [3000, 3000]);
    assert.deepEqual((await of(7))[1], [1000, 1000]);
  });

  it("is that of the latest acknowledgment, not of an older one that comes late", async () => {
    const picture = `${open} | C>S 0:400 win 1000 | S>C ACK ack 401 win 900 | S>C ACK ack 1 win 50`;
    assert.equal((await windowsOf(picture, 6))["client"], "401 [0] 401 (900) 1301");
    const shrunk = `${open} | C>S 0:400 win 1000 | S>C ACK ack 401 win 900 | S>C ACK ack 401 win 50`;
    assert.equal((await windowsOf(shrunk, 6))["client"], "401 [0] 401 (50) 451");
  });

  it("is told with the numbers on the wire where those are wanted", async () => {
    const engine = await engineOf(conversationCapture(`${open} | C>S 0:400 win 1000`));
    const [client] = await engine.sendWindows(0, "raw", 4);
    assert.equal(drawn(client), "1001 [400] 1401 (600) 2001");
  });

  it("says whether the window's scale is known", async () => {
    const isScaled = async (picture: string, frame: number) =>
      (await (await engineOf(conversationCapture(picture))).sendWindows(0, "relative", frame))[0]?.isScaled;
    assert.equal(await isScaled(`${open} | C>S 0:400 win 1000`, 4), true);
    assert.equal(await isScaled("C>S 0:400 win 1000 | S>C ACK win 500", 2), false);
  });

  it("opens with no reset", async () => {
    assert.deepEqual(await windowsOf(`${open} | S>C RST,ACK win 500`, 4), {});
  });
});
