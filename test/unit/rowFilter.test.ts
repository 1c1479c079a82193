import { strict as assert } from "node:assert";
import { columnIds } from "../../src/view/onScreen/columnId";
import type { RowPart } from "../../src/view/onScreen/rowPart";
import { dnsHeader, dnsQuestion } from "../dsl/applications";
import { join } from "../dsl/bytes";
import { ownCaptures } from "../dsl/captures";
import { conversation } from "../dsl/conversation";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4, ipv6, tcp } from "../dsl/headers";
import { udp } from "../dsl/headersOfIp";
import { pcapFile } from "../dsl/pcapFile";

const parts: readonly RowPart[] = [...columnIds, "conversation"];

const filtersOf = async (bytes: Uint8Array) => {
  const engine = await engineOf(pcapFile([{ bytes }]));
  return Object.fromEntries(await Promise.all(parts.map(async (part) => [part, await engine.rowFilter(1, part)] as const)));
};

const dns = join(dnsHeader(7, 0x0100, 1, 0, 0, 0), dnsQuestion("example.org", 1));
const overUdp = ethernet(0x0800, ipv4({ protocol: 17, src: "192.0.2.1", dst: "192.0.2.2" }, udp(50_000, 53, dns)));

describe("a row of the packet list as a filter", () => {
  it("asks for what a cell says, or for what both ends say to one another", async () => {
    const [{ bytes }] = conversation("C>S SYN");
    assert.deepEqual(await filtersOf(bytes), {
      number: "frame.number == 1",
      time: undefined,
      source: "ip.src == 10.0.0.1",
      destination: "ip.dst == 10.0.0.2",
      protocol: "tcp",
      length: `frame.len == ${bytes.length}`,
      info: undefined,
      conversation: "tcp.stream == 0",
    });
  });

  it("names both ports where there is no connection", async () => {
    const { protocol, conversation } = await filtersOf(overUdp);
    assert.equal(protocol, "dns");
    assert.equal(conversation, "ip.addr == 192.0.2.1 && ip.addr == 192.0.2.2 && udp.port == 50000 && udp.port == 53");
  });

  it("asks for the link's addresses where there are no others", async () => {
    const { source, destination, conversation } = await filtersOf(ethernet(0x0806, new Uint8Array(28)));
    assert.equal(source, "eth.src == 02:00:00:00:00:01");
    assert.equal(destination, "eth.dst == 02:00:00:00:00:02");
    assert.equal(conversation, "eth.addr == 02:00:00:00:00:01 && eth.addr == 02:00:00:00:00:02");
  });

  it("shows the packet that it was made of, whatever its headers are", async () => {
    const six = { src: "20010db8000000000000000000000001", dst: "20010db8000000000000000000000002" };
    const tunnelled = ethernet(0x86dd, ipv6({ ...six, next: 4 }, ipv4({}, tcp({}))));
    const captures = [...ownCaptures().map(({ bytes }) => bytes), pcapFile([{ bytes: tunnelled }])];
    const missed: string[] = [];
    for (const capture of captures) {
      const engine = await engineOf(capture);
      const { packets } = await engine.summary();
      for (let number = 1; number <= Math.min(packets, 200); number += 1) {
        for (const part of parts) {
          const filter = await engine.rowFilter(number, part);
          if (filter === undefined) continue;
          const answer = await engine.filter(filter);
          if ("problem" in answer || (await engine.placeInList(number)) < 0) missed.push(`${number} ${part}: ${filter}`);
        }
      }
    }
    assert.deepEqual(missed, []);
  });
});
