import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { allDumpForms } from "../dsl/allDumpForms";
import { damages } from "../dsl/pasteDamage";
import { Random } from "../fuzz/random";

/** Texts in which nothing is a packet, though much looks like one. */

/** Of this repository, those that show packets on purpose. */
const withPackets = /^(samples|test|pictures|coverage|out|dist|media|\.git|README)/;
const code = /\.(md|[cm]?js)$/;
/** The largest take long and hold nothing that the others do not. */
const largest = 1_000_000;

function filesIn(folder: string, wanted: (path: string) => boolean): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(wanted);
}

function assertNothingIn(text: string, name: string): void {
  const found = findDumps(linesOf(text));
  assert.deepEqual(
    found.map(
      ({ startLine, startLayer, bytes }) =>
        `${name}:${startLine + 1} ${startLayer} ${Buffer.from(bytes.subarray(0, 24)).toString("hex")}`,
    ),
    [],
  );
}

/** Numbers that are the same on every run. */
function* hashes(algorithm: string): Generator<string> {
  for (let i = 0; ; i += 1) yield createHash(algorithm).update(String(i)).digest("hex");
}

function take<Value>(from: Generator<Value>, count: number): Value[] {
  return Array.from({ length: count }, () => from.next().value as Value);
}

const uuid = (hash: string) => hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");

/** The beginning of a file that is no text. */
function binary(path: string, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  return bytes.subarray(0, readSync(openSync(path, "r"), bytes));
}

describe("texts without packets", () => {
  it("in the packages: nothing in their Markdown and JavaScript", () => {
    const files = filesIn("node_modules", (path) => code.test(path));
    assert.ok(files.length > 2000, "there is enough to read");
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      if (text.length < largest) assertNothingIn(text, file);
    }
  }).timeout(240_000);

  it("in this repository: nothing in what is not about packets", () => {
    const files = filesIn("src", () => true).concat(
      readdirSync(".").filter((name) => code.test(name) && !withPackets.test(name)),
    );
    for (const file of files) assertNothingIn(readFileSync(file, "utf8"), file);
  });

  it("in lists of hashes and identifiers", () => {
    for (const algorithm of ["md5", "sha1", "sha256", "sha512"]) {
      const lines = take(hashes(algorithm), 5000);
      assertNothingIn(lines.map((hash, i) => `${hash}  src/tcp/header-${i}.ts`).join("\n"), algorithm);
      assertNothingIn(lines.join("\n"), `${algorithm} alone`);
      assertNothingIn(
        lines.map((hash) => `SHA (tcp.o) = ${hash.match(/../g)!.join(":")}`).join("\n"),
        `${algorithm} with colons`,
      );
    }
    assertNothingIn(take(hashes("md5"), 5000).map(uuid).join("\n"), "identifiers");
    assertNothingIn(
      take(hashes("sha1"), 2000)
        .map((hash) => `commit ${hash}\n\n    tcp: Send the segment\n`)
        .join("\n"),
      "a log",
    );
  });

  /** What says itself that TCP's header stands below is believed. */
  const forms = Object.entries(allDumpForms).filter(([form]) => !form.includes("below its name"));
  const binaries: Readonly<Record<string, () => Uint8Array>> = {
    "a program": () => binary(process.execPath, 24_000),
    "a picture": () => binary("media/hover-dark.png", 24_000),
    noise: () => Buffer.from(take(hashes("sha512"), 300).join(""), "hex"),
    zeros: () => new Uint8Array(24_000),
    text: () => readFileSync("package-lock.json").subarray(0, 24_000),
    "a picture of few colours": () => Uint8Array.from({ length: 6000 }, (_, i) => [0x79, 0, 0x81, i % 97 === 0 ? 7 : 0][i % 4]),
  };
  for (const [name, read] of Object.entries(binaries)) {
    it(`in ${name}, however it is printed`, () => {
      const bytes = read();
      for (const [form, print] of forms) assertNothingIn(print(bytes).join("\n"), `${name} as ${form}`);
    }).timeout(240_000);
  }

  it("in pieces of such files, where a packet would fit", () => {
    const bytes = binary(process.execPath, 100_000);
    for (let at = 0; at + 96 < bytes.length; at += 96) {
      const text = allDumpForms["hexdump -C"](bytes.subarray(at, at + 96)).join("\n");
      assertNothingIn(text, `a program from ${at} on`);
    }
  }).timeout(60_000);

  it("in disassembly", () => {
    const bytes = binary(process.execPath, 60_000);
    const lines = Array.from({ length: 8000 }, (_, i) => {
      const code = bytes.subarray(i * 7, i * 7 + 1 + (i % 7));
      const pairs = Array.from(code, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
      return `  ${(0x401000 + i * 7).toString(16)}:\t${pairs.padEnd(21)}\tmov    %rsp,%rbp`;
    });
    assertNothingIn(lines.join("\n"), "disassembly");
  });

  it("in what objdump says of a program, where it is installed", function () {
    const program = ["/bin/ls", "/usr/bin/ls"].find((path) => existsSync(path));
    const { stdout, status } = spawnSync("objdump", ["-d", program ?? ""], { encoding: "utf8", maxBuffer: 2 ** 26 });
    if (status !== 0) this.skip();
    assertNothingIn(stdout, "disassembly");
    assertNothingIn(spawnSync("objdump", ["-s", program ?? ""], { encoding: "utf8", maxBuffer: 2 ** 26 }).stdout, "sections");
  }).timeout(60_000);

  it("in the documents of this system", () => {
    const folder = "/usr/share/doc";
    const files = existsSync(folder) ? filesIn(folder, (path) => !/\.(gz|png|jpg|pdf|pcap)$/.test(path)) : [];
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      if (text.length < largest) assertNothingIn(text, file);
    }
  }).timeout(120_000);

  it("in a program and in noise, whatever was done to their rows", () => {
    const random = new Random(3);
    for (const read of [binaries["a program"], binaries["noise"]]) {
      const bytes = read().subarray(0, 4000);
      for (const [damage, make] of Object.entries(damages)) {
        for (const form of ["tcpdump -X", "Wireshark", "hexdump -C", "xxd"])
          assertNothingIn(make(allDumpForms[form](bytes), random).join("\n"), `${form}, ${damage}`);
      }
    }
  }).timeout(60_000);

  it("in what tcpdump and tshark print without bytes", () => {
    const folder = "../shared/captures/text";
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names.filter((file) => /tcpdump-n\.|tcpdump-nA\.|tshark-columns|tshark-V|vvv/.test(file))) {
      assertNothingIn(readFileSync(join(folder, name), "utf8"), name);
    }
  });
});
