/**
 * Calls across a channel that only carries messages: between the extension host and the engine's worker, and between a
 * webview and the host. Types come from one interface; a handler that throws answers with an error, so that no caller hangs.
 */
export interface Port {
  /** `given` are buffers that the sender does not need any more: they need not be copied. */
  post(message: unknown, given?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
}

// an interface has no index signature, so a contract is described by the type of its methods
type Methods<Contract> = { readonly [Name in keyof Contract]: (...args: never[]) => unknown };

type Message =
  | { readonly kind: "call"; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: "ok"; readonly id: number; readonly ok: unknown }
  | { readonly kind: "err"; readonly id: number; readonly err: string }
  | { readonly kind: "event"; readonly name: string; readonly args: readonly unknown[] };

type AnyFunction = (...args: readonly unknown[]) => unknown;

const given = new WeakMap<object, readonly ArrayBuffer[]>();

/** An answer whose buffers are handed over to whoever asked, without a copy. */
export function givingAway<Answer extends object>(answer: Answer, ...buffers: readonly ArrayBuffer[]): Answer {
  given.set(answer, buffers);
  return answer;
}

/** Answers calls with these handlers. */
export function serve<Contract extends Methods<Contract>>(port: Port, handlers: Contract): void {
  port.onMessage(async (received) => {
    const message = received as Message;
    if (message.kind !== "call") return;
    const { id, method, args } = message;
    try {
      const handler = (handlers as unknown as Record<string, AnyFunction>)[method];
      const ok = await handler.apply(handlers, [...args]);
      port.post({ kind: "ok", id, ok } satisfies Message, given.get(ok as object));
    } catch (error) {
      port.post({
        kind: "err",
        id,
        err: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies Message);
    }
  });
}

export interface Connection<Contract> {
  readonly remote: Contract;
  /** Rejects every call that still waits: the other side is gone. */
  close(reason: Error): void;
}

/** The other side of `serve`: every method of the contract, as a call. */
export function connect<Contract extends Methods<Contract>>(
  port: Port,
  methods: readonly (keyof Contract & string)[],
): Connection<Contract> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  // a page that is loaded again takes over a channel on which answers to the page before may still be on their way: ids must differ
  let lastId = Math.floor(Math.random() * 2 ** 40);
  let closed: Error | undefined;
  port.onMessage((received) => {
    const message = received as Message;
    if (message.kind !== "ok" && message.kind !== "err") return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === "ok") call?.resolve(message.ok);
    else call?.reject(new Error(message.err));
  });
  const call = (method: string, args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      if (closed !== undefined) return reject(closed);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      port.post({ kind: "call", id: lastId, method, args } satisfies Message);
    });
  const remote = Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => call(method, args)]));
  return {
    remote: remote as unknown as Contract,
    close: (reason) => {
      closed = reason;
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    },
  };
}

/** Tells the other side something that has no answer. */
export function emitter<Events extends Methods<Events>>(
  port: Port,
): <Name extends keyof Events & string>(name: Name, ...args: Parameters<Events[Name]>) => void {
  return (name, ...args) => port.post({ kind: "event", name, args } satisfies Message);
}

export function listen<Events extends Methods<Events>>(port: Port, listeners: Events): void {
  port.onMessage((received) => {
    const message = received as Message;
    if (message.kind === "event") (listeners as unknown as Record<string, AnyFunction>)[message.name]?.(...message.args);
  });
}
