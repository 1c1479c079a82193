import { strict as assert } from "node:assert";
import { connect, emitter, listen, type Port, serve } from "../../src/engine/rpc";
import { waitFor } from "../host/waitFor";

interface Contract {
  double(number: number): Promise<number>;
  fail(): Promise<never>;
  wait(): Promise<never>;
}

/** Two ends of a channel that carries messages later, as a real one does. */
function channel(): [Port, Port] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const end = (mine: 0 | 1): Port => ({
    post: (message) =>
      setImmediate(() => {
        for (const listener of listeners[mine === 0 ? 1 : 0]) listener(structuredClone(message));
      }),
    onMessage: (listener) => listeners[mine].push(listener),
  });
  return [end(0), end(1)];
}

function connected() {
  const [near, far] = channel();
  serve<Contract>(far, {
    double: async (number) => number * 2,
    fail: async () => {
      throw new Error("broken");
    },
    wait: () => new Promise(() => {}),
  });
  return connect<Contract>(near, ["double", "fail", "wait"]);
}

describe("calls over a channel", () => {
  it("are answered, each with its own answer", async () => {
    const { remote } = connected();
    assert.deepEqual(await Promise.all([remote.double(1), remote.double(2), remote.double(3)]), [2, 4, 6]);
  });

  it("fail when the handler throws", async () => assert.rejects(connected().remote.fail(), /broken/));

  it("fail when the other side goes away, now and later", async () => {
    const { remote, close } = connected();
    const waiting = assert.rejects(remote.wait(), /gone/);
    close(new Error("gone"));
    await waiting;
    await assert.rejects(remote.double(1), /gone/);
  });

  it("take no answer to a call that another end made before", async () => {
    const [near, far] = channel();
    const answers: (() => void)[] = [];
    serve<Pick<Contract, "double">>(far, {
      double: (number) => new Promise((resolve) => answers.push(() => resolve(number * 2))),
    });
    void connect<Pick<Contract, "double">>(near, ["double"]).remote.double(1);
    const later = connect<Pick<Contract, "double">>(near, ["double"]).remote.double(2);
    await waitFor("both calls", async () => answers.length === 2);
    for (const answer of answers) answer();
    assert.equal(await later, 4);
  });

  it("carry events beside them", async () => {
    const [near, far] = channel();
    const heard = new Promise<number>((resolve) => listen<{ tell(value: number): void }>(far, { tell: resolve }));
    emitter<{ tell(value: number): void }>(near)("tell", 7);
    assert.equal(await heard, 7);
  });
});
