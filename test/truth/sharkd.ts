import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { tsharkEnvironment } from "./tshark";

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Wireshark's engine as a service, which takes long to start and then reads one capture after another. */
export class Sharkd {
  private readonly service: ChildProcess;
  private readonly answers: AsyncIterator<string>;
  private calls = 0;

  constructor() {
    this.service = spawn("sharkd", ["-"], {
      stdio: ["pipe", "pipe", "ignore"],
      env: tsharkEnvironment(),
    });
    this.answers = createInterface({ input: this.service.stdout! })[Symbol.asyncIterator]();
  }

  /** What these fields say of each packet of a capture: a line for each, with tabs between. */
  async lines(file: string, fields: readonly string[]): Promise<string[]> {
    await this.call("load", { file });
    const columns = Object.fromEntries(fields.map((field, i) => [`column${i}`, `${field}:0`]));
    const frames = (await this.call("frames", columns)) as readonly { readonly c: readonly string[] }[];
    return frames.map(({ c }) => c.join("\t"));
  }

  stop(): void {
    this.service.kill();
  }

  private async call(method: string, params: object): Promise<unknown> {
    this.calls += 1;
    this.service.stdin!.write(`${JSON.stringify({ jsonrpc: "2.0", id: this.calls, method, params })}\n`);
    const { value } = await this.answers.next();
    const { result, error } = JSON.parse(value ?? '{"error":{"message":"it has ended"}}') as Answer;
    if (error) throw new Error(`sharkd: ${error.message}`);
    return result;
  }
}
