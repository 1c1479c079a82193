import { spawn } from "node:child_process";
import { chownSync, statSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { inRepository } from "../host/repository";

/**
 * Records the captures in `recorded/`: small conversations of this machine with itself, taken by tcpdump while they happen. Needs
 * root: `npm run build && sudo node out/test/captures/record.main.js [NAME…]`.
 */
interface Recording {
  readonly name: string;
  /** What tcpdump listens on: `lo` writes Ethernet, `any` Linux cooked v2. */
  readonly interface: "lo" | "any";
  readonly host: string;
  readonly talk: (host: string) => Promise<void>;
}

const port = 3002;

const recordings: readonly Recording[] = [
  { name: "http-close-3", interface: "lo", host: "127.0.0.1", talk: httpExchange },
  { name: "ipv6-close-4", interface: "any", host: "::1", talk: closeInFour },
  { name: "refused", interface: "lo", host: "127.0.0.1", talk: refused },
  { name: "reset-by-server", interface: "lo", host: "127.0.0.1", talk: resetByServer },
  { name: "half-close", interface: "any", host: "127.0.0.1", talk: halfClose },
  { name: "zero-window", interface: "lo", host: "127.0.0.1", talk: zeroWindow },
];

/** A server for one client, and that client; done when both have closed. */
async function withServer(host: string, onServer: (socket: Socket) => void, onClient: (socket: Socket) => void): Promise<void> {
  const server: Server = createServer({ allowHalfOpen: true }, onServer);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const client = connect({ port, host, allowHalfOpen: true });
  client.on("connect", () => onClient(client)).on("error", () => {});
  await new Promise((resolve) => client.on("close", resolve));
  await new Promise((resolve) => server.close(resolve));
}

/** A request and an answer; the server's FIN carries the acknowledgment of the client's. */
function httpExchange(host: string): Promise<void> {
  return withServer(
    host,
    (socket) => {
      socket.once("data", () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello\n"));
      socket.on("end", () => socket.end());
    },
    (socket) => {
      socket.write("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
      socket.once("data", () => socket.end());
    },
  );
}

/** The server thinks a while before it closes too, so that its ACK goes alone. */
function closeInFour(host: string): Promise<void> {
  return withServer(
    host,
    (socket) => socket.resume().on("end", () => void setTimeout(300).then(() => socket.end())),
    (socket) => void setTimeout(100).then(() => socket.resume().end("bye\n")),
  );
}

/** Nobody listens. */
function refused(host: string): Promise<void> {
  return new Promise((resolve) => connect({ port, host }).on("error", () => resolve()));
}

function resetByServer(host: string): Promise<void> {
  return withServer(
    host,
    (socket) => socket.once("data", () => socket.resetAndDestroy()),
    (socket) => void socket.write("anyone there?\n"),
  );
}

/** The client has said all it will say; the server answers for a while longer. */
function halfClose(host: string): Promise<void> {
  return withServer(
    host,
    (socket) =>
      socket.resume().on("end", async () => {
        for (const line of ["one\n", "two\n", "three\n"]) {
          socket.write(line);
          await setTimeout(50);
        }
        socket.end();
      }),
    (socket) => socket.resume().end("list\n"),
  );
}

/** The server does not read until its buffer is full. */
function zeroWindow(host: string): Promise<void> {
  return withServer(
    host,
    (socket) => {
      socket.pause();
      void setTimeout(1500).then(() => socket.resume());
      socket.on("end", () => socket.end());
    },
    (socket) => socket.resume().end(Buffer.alloc(12 << 20)),
  );
}

async function record({ name, interface: listenOn, host, talk }: Recording): Promise<void> {
  const path = inRepository("test", "captures", "recorded", `${name}.cap`);
  const snapLength = name === "zero-window" ? ["-s", "96"] : [];
  const tcpdump = spawn("tcpdump", ["-i", listenOn, "-U", ...snapLength, "-w", path, `tcp port ${port}`], { stdio: "ignore" });
  await setTimeout(1000);
  await talk(host);
  await setTimeout(1000);
  tcpdump.kill("SIGINT");
  await new Promise((resolve) => tcpdump.on("close", resolve));
  chownSync(path, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
  console.log(`${name}: ${statSync(path).size} bytes`);
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  for (const recording of recordings) if (names.length === 0 || names.includes(recording.name)) await record(recording);
}

void main();
