import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { decodeFrom } from "../../src/decode/decodePacket";
import { linesOf } from "../../src/dump/dump";
import { findDumps } from "../../src/dump/findDumps";
import { captureOfText, type TextCapture } from "../../src/view/textCapture";
import { join, toHex, zeros } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { dumpForms } from "../dsl/dumpForms";
import { ethernet, ipv4, linuxCooked, linuxCooked2, tcp } from "../dsl/headers";
import { arpRequest } from "../dsl/headersOfIp";
import { vlanTag } from "../dsl/headersOfLinks";
import { readBytes } from "../dsl/readCapture";
import { tsharkVersion } from "../truth/tshark";

function captureOf(text: string): TextCapture {
  const lines = linesOf(text);
  return captureOfText(findDumps(lines).map((dump) => ({ lines, dump, packet: decodeFrom(dump.startLayer, dump.bytes) })));
}

const printed = (bytes: Uint8Array) => dumpForms["tcpdump -X"](bytes).join("\n");
const handshake = conversation("C>S SYN | S>C SYN,ACK | C>S ACK").map(({ bytes }) => bytes.subarray(14));
/** A note with one head for each packet. */
const noteOf = (heads: readonly string[], packets: readonly Uint8Array[] = handshake) =>
  packets.map((bytes, i) => `${heads[i] ?? ""}\n${printed(bytes)}`).join("\n");

async function timesOf(heads: readonly string[]): Promise<string[]> {
  const { packets } = await readBytes(captureOf(noteOf(heads)).file);
  return packets.map(({ seconds, nanoseconds }) => `${seconds}.${String(nanoseconds).padStart(9, "0")}`);
}

/** What stands above each packet, and when it was seen. */
const clocks: Readonly<Record<string, readonly [heads: readonly string[], times: readonly string[]]>> = {
  "no option": [
    ["12:00:01.000100 IP a.1 > b.2: Flags [S]", "12:00:01.000200 IP b.2 > a.1: Flags [S.]", "12:00:03.5 IP"],
    ["43201.000100000", "43201.000200000", "NaN.000000000"],
  ],
  "-t": [
    ["IP a.1 > b.2: Flags [S]", "IP b.2 > a.1: Flags [S.]", "IP a.1 > b.2: Flags [.]"],
    ["NaN.000000000", "NaN.000000000", "NaN.000000000"],
  ],
  "-tt": [
    [
      "1700000000.123456 IP a.1 > b.2: Flags [S]",
      "1700000000.123460 IP b.2 > a.1: Flags [S.]",
      "1700000001.000001 IP a.1 > b.2: Flags [.]",
    ],
    ["1700000000.123456000", "1700000000.123460000", "1700000001.000001000"],
  ],
  "-tt in nanoseconds": [
    [
      "1700000000.123456789 IP a.1 > b.2: Flags [S]",
      "1700000000.123456790 IP b.2 > a.1: Flags [S.]",
      "1700000001.000000001 IP a.1 > b.2: Flags [.]",
    ],
    ["1700000000.123456789", "1700000000.123456790", "1700000001.000000001"],
  ],
  "-ttt: after the packet before": [
    [
      " 00:00:00.000000 IP a.1 > b.2: Flags [S]",
      " 00:00:00.700000 IP b.2 > a.1: Flags [S.]",
      " 00:00:00.400000 IP a.1 > b.2: Flags [.]",
    ],
    ["0.000000000", "0.700000000", "1.100000000"],
  ],
  "-tttt": [
    [
      "2023-11-14 22:13:20.000001 IP a.1 > b.2: Flags [S]",
      "2023-11-14 23:59:59.999999 IP b.2 > a.1: Flags [S.]",
      "2023-11-15 00:00:00.000001 IP a.1 > b.2: Flags [.]",
    ],
    ["1700000000.000001000", "1700006399.999999000", "1700006400.000001000"],
  ],
  "-ttttt: after the first": [
    [
      " 00:00:00.000000 IP a.1 > b.2: Flags [S]",
      " 00:00:00.400000 IP b.2 > a.1: Flags [S.]",
      " 00:00:00.700000 IP a.1 > b.2: Flags [.]",
    ],
    ["0.000000000", "0.400000000", "0.700000000"],
  ],
  "over midnight": [
    [
      "23:59:59.900000 IP a.1 > b.2: Flags [S]",
      "00:00:00.100000 IP b.2 > a.1: Flags [S.]",
      "00:00:00.200000 IP a.1 > b.2: Flags [.]",
    ],
    ["86399.900000000", "86400.100000000", "86400.200000000"],
  ],
  "rows of a packet list": [
    [
      "  1   0.000000     10.0.0.1 → 10.0.0.2     TCP 74 40000 → 80 [SYN] Seq=0",
      "  2   0.000123     10.0.0.2 → 10.0.0.1     TCP 74 80 → 40000 [SYN, ACK]",
      "",
    ],
    ["0.000000000", "0.000123000", "NaN.000000000"],
  ],
};

describe("the packets of a text as a capture", () => {
  it("have their bytes and their link type", async () => {
    const { packets, reader } = await readBytes(captureOf(noteOf([])).file);
    assert.deepEqual(
      packets.map(({ bytes }) => bytes),
      handshake.map(toHex),
    );
    assert.deepEqual([...new Set(reader.interfaces.map(({ linkType }) => linkType))], [228]);
    assert.equal(reader.damage, undefined);
  });

  for (const [name, [heads, times]] of Object.entries(clocks)) {
    it(`have the times of their lines: ${name}`, async () => assert.deepEqual(await timesOf(heads), times));
  }

  const segment = handshake[0];
  const layers: Readonly<Record<string, readonly [bytes: Uint8Array, linkType: number, added: number]>> = {
    Ethernet: [ethernet(0x0800, segment), 1, 0],
    "Linux cooked": [linuxCooked(0x0800, segment), 113, 0],
    "Linux cooked 2": [linuxCooked2(0x0800, segment), 276, 0],
    "BSD loopback": [join(Uint8Array.of(2, 0, 0, 0), segment), 0, 0],
    "what tcpdump leaves of a VLAN": [vlanTag(0, 5, 0x0800, segment), 1, 14],
    "what tcpdump leaves of ARP": [arpRequest("10.0.0.1", "10.0.0.2"), 1, 14],
  };
  for (const [name, [bytes, linkType, added]] of Object.entries(layers)) {
    it(`begin where the text's bytes do: ${name}`, async () => {
      const { packets, reader } = await readBytes(captureOf(printed(bytes)).file);
      assert.equal(reader.interfaces[0].linkType, linkType);
      assert.equal(packets[0].bytes.slice(added * 2), toHex(bytes));
      assert.equal(packets[0].bytes.length, (bytes.length + added) * 2);
    });
  }

  it("may begin at several layers", async () => {
    const text = [ethernet(0x0800, segment), handshake[1], ethernet(0x0800, handshake[2])].map(printed).join("\n\n");
    const { packets, reader } = await readBytes(captureOf(text).file);
    assert.deepEqual(
      packets.map((packet) => reader.interfaces[packet.interface].linkType),
      [1, 228, 1],
    );
  });

  it("are as long as their headers say where the dump was cut", async () => {
    const whole = ipv4({ src: "10.0.0.1", dst: "10.0.0.2" }, tcp({ srcport: 1, dstport: 2, payload: zeros(400) }));
    for (const head of ["", "12:00:00.000001 IP a.1 > b.2: Flags [.]"]) {
      const { packets } = await readBytes(captureOf(`${head}\n${printed(whole.subarray(0, 64))}`).file);
      assert.deepEqual(
        packets.map(({ bytes, length }) => [bytes.length / 2, length]),
        [[64, 440]],
      );
    }
  });

  it("are one packet where the text shows it twice, and two where it came twice", () => {
    const [syn, answer] = handshake;
    const shown = (heads: readonly string[]) => captureOf(noteOf(heads, [syn, answer, syn])).numbers;
    assert.deepEqual(shown([]), [1, 2, 1]);
    assert.deepEqual(shown(["12:00:01.000100 IP a.1 > b.2: Flags [S]", "", "the same again"]), [1, 2, 1]);
    assert.deepEqual(
      shown(["12:00:01.000100 IP a.1 > b.2: Flags [S]", "", "12:00:02.000100 IP a.1 > b.2: Flags [S]"]),
      [1, 2, 3],
    );
  });

  it("are one packet where the text shows its headers once more by themselves", () => {
    const [, answer] = conversation("C>S SYN | S>C SYN,ACK").map(({ bytes }) => bytes);
    const raw = (name: string, bytes: Uint8Array) => `"${name}_raw": [\n  "${toHex(bytes)}",\n  0,\n],`;
    const layers = [raw("frame", answer), raw("ip", answer.subarray(14, 34)), raw("tcp", answer.subarray(34))];
    const { numbers } = captureOf(layers.join("\n"));
    assert.deepEqual(numbers, [1, 1]);
  });

  it("leave out a segment without addresses", () => {
    const alone = `a TCP header:\n${printed(handshake[0].subarray(20))}\n\nand with IP:\n${printed(handshake[1])}`;
    assert.deepEqual(captureOf(alone).numbers, [undefined, 1]);
  });
});

describe("the packets of a text as tshark reads them", () => {
  before(function () {
    if (!tsharkVersion()) this.skip();
  });

  it("lengths, times and numbers", () => {
    const heads = ["1700000000.123456 IP a.1 > b.2: Flags [S]", "", "1700000001.000001 IP a.1 > b.2: Flags [.]"];
    const folder = mkdtempSync(joinPath(tmpdir(), "wirenote-text-"));
    const file = joinPath(folder, "note.pcapng");
    writeFileSync(file, captureOf(noteOf(heads)).file);
    const names = ["frame.cap_len", "frame.len", "frame.time_epoch", "tcp.seq_raw", "tcp.flags"];
    const { stdout, stderr } = spawnSync("tshark", ["-n", "-r", file, "-T", "fields", ...names.flatMap((name) => ["-e", name])], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    assert.deepEqual(
      stdout.trimEnd().split("\n"),
      ["40\t40\t1700000000.123456000\t1000\t0x0002", "40\t40\t\t5000\t0x0012", "40\t40\t1700000001.000001000\t1001\t0x0010"],
      stderr,
    );
  });
});
