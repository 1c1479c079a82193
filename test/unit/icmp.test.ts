import { strict as assert } from "node:assert";
import type { CaptureEngine } from "../../src/engine/captureEngine";
import type { Language } from "../../src/text/words";
import { nodeOf } from "../../src/view/onScreen/treeRows";
import { text } from "../dsl/bytes";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4, ipv6, tcp } from "../dsl/headers";
import { icmp } from "../dsl/headersOfIp";
import { pcapFile } from "../dsl/pcapFile";

const quoted = ipv4({}, tcp({}));
const quoted6 = ipv6({}, tcp({}));
const message = (type: number, code: number, rest = 0, payload = quoted) =>
  ethernet(0x0800, ipv4({ protocol: 1, ttl: 61 }, icmp(type, code, rest, payload)));
const message6 = (type: number, code: number, rest = 0, payload = quoted6) =>
  ethernet(0x86dd, ipv6({ next: 58 }, icmp(type, code, rest, payload)));

const engineOfPackets = (packets: readonly Uint8Array[], language?: Language): Promise<CaptureEngine> =>
  engineOf(pcapFile(packets.map((bytes) => ({ bytes }))), language);

/** As tshark 4.0.17 says them, but for the packet in which an answer is found. */
const infos: readonly (readonly [bytes: Uint8Array, info: string])[] = [
  [message(3, 1), "Destination unreachable (Host unreachable)"],
  [message(3, 3), "Destination unreachable (Port unreachable)"],
  [message(3, 4, 1492), "Destination unreachable (Fragmentation needed)"],
  [message(3, 13), "Destination unreachable (Communication administratively filtered)"],
  [message(3, 16), "Destination unreachable (Unknown code: 16)"],
  [message(4, 0), "Source quench (flow control)"],
  [message(5, 1, 0x0a000001), "Redirect             (Redirect for host)"],
  [message(8, 0, 0x12340001, text("abcd")), "Echo (ping) request  id=0x1234, seq=1/256, ttl=61"],
  [message(0, 0, 0x12340102, text("abcd")), "Echo (ping) reply    id=0x1234, seq=258/513, ttl=61"],
  [message(11, 0), "Time-to-live exceeded (Time to live exceeded in transit)"],
  [message(12, 1), "Parameter problem    (Required option missing)"],
  [message(13, 0, 0x12340001, text("0123456789ab")), "Timestamp request    id=0x1234, seq=1/256, ttl=61"],
  [message6(1, 4), "Destination Unreachable (Port unreachable)"],
  [message6(2, 0, 1280), "Packet Too Big"],
  [message6(3, 0), "Time Exceeded (hop limit exceeded in transit)"],
  [message6(4, 4), "Parameter Problem (Unknown (4))"],
  [message6(128, 0, 0x12340001, text("abcd")), "Echo (ping) request id=0x1234, seq=1, hop limit=64"],
];

describe("a message of ICMP", () => {
  it("is listed as Wireshark does, down to its code", async () => {
    const engine = await engineOfPackets(infos.map(([bytes]) => bytes));
    const rows = await engine.rows(0, infos.length);
    assert.deepEqual(
      rows.map(({ info }) => info),
      infos.map(([, info]) => info),
    );
    assert.deepEqual([...new Set(rows.map(({ protocol }) => protocol))], ["ICMP", "ICMPv6"]);
  });

  it("tells the path's MTU, and what that is for TCP", async () => {
    for (const [language, bytes, key, said] of [
      ["en", message(3, 4, 1492), "icmp/icmp.mtu", /at most \*\*1492 bytes\*\*.* over TCP 1452 bytes of data a segment/],
      ["zh-cn", message(3, 4, 1492), "icmp/icmp.mtu", /\*\*1492 字节\*\*.*1452 字节数据/],
      ["en", message6(2, 0, 1280), "icmpv6/icmpv6.mtu", /at most \*\*1280 bytes\*\*.* 1220 bytes/],
      ["en", message(3, 4, 0), "icmp/icmp.mtu", /older than this field/],
      ["en", message(3, 4, 1492), "icmp/icmp.code", /\*\*4\*\* of this type: Fragmentation needed/],
    ] as const) {
      const { tree } = await (await engineOfPackets([bytes], language)).packet(1);
      assert.match(nodeOf(tree, key)?.explanation ?? "", said, key);
    }
  });

  it("is found by its fields", async () => {
    const engine = await engineOfPackets(infos.map(([bytes]) => bytes));
    for (const [filter, shown] of [
      ["icmp.mtu == 1492", 1],
      ["icmp.ident == 0x1234 && icmp.seq == 1", 2],
      ["icmp.redir_gw == 10.0.0.1", 1],
      ["icmpv6.mtu < 1500", 1],
      ["icmpv6.echo.identifier == 0x1234", 1],
      ["icmp.type == 3 && icmp.code == 3", 1],
    ] as const)
      assert.deepEqual(await engine.filter(filter), { shown }, filter);
  });

  it("that quotes only the beginning of a segment says nothing of its checksum", async () => {
    const beginning = ipv4({ totalLength: 1500 }, tcp({ payload: text("the first of many bytes") }));
    const whole = ipv4({}, tcp({ payload: text("all of them") }));
    const statusOf = async (quote: Uint8Array) => {
      const { tree } = await (await engineOfPackets([message(3, 4, 1492, quote)])).packet(1);
      return nodeOf(tree, "tcp/tcp.checksum");
    };
    assert.match((await statusOf(beginning))?.problem ?? "", /not verifiable/);
    assert.match((await statusOf(whole))?.text ?? "", /good/);
  });

  it("that is cut short says what it still can", async () => {
    const whole = message(3, 4, 1492);
    const engine = await engineOfPackets([35, 36, 38, 41].map((length) => whole.subarray(0, length)));
    const rows = await engine.rows(0, 4);
    assert.equal(rows[0].info, "Destination unreachable");
    assert.equal(rows[3].info, "Destination unreachable (Fragmentation needed)");
    assert.ok((await engine.packet(4)).tree.some(({ id, problem }) => id === "icmp" && problem));
  });
});
