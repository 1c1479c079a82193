import { strict as assert } from "node:assert";
import { decodeFrom, decodePacket } from "../../src/decode/decodePacket";
import { FragmentStore } from "../../src/decode/fragments";
import { lastSegment } from "../../src/decode/packet";
import { join, u8, u16, u32, zeros } from "../dsl/bytes";
import { engineOf } from "../dsl/engineOf";
import { ethernet, ipv4, ipv6, tcp } from "../dsl/headers";
import { linkType, pcapFile } from "../dsl/pcapFile";

const segment = tcp({ srcport: 4242, payload: zeros(100) });
const moreFragments = 0x2000;

/** Fragments of the segment that begin at these places; the last one ends it. */
const pieces = (...starts: readonly number[]) =>
  starts.map((start, index) => {
    const end = starts[index + 1] ?? segment.length;
    const isLast = index === starts.length - 1;
    return ipv4({ id: 7, fragment: (isLast ? 0 : moreFragments) | (start / 8) }, segment.subarray(start, end));
  });

/** Port of the segment that each packet carries, in this order. */
function portsOf(packets: readonly Uint8Array[]): (number | undefined)[] {
  const store = new FragmentStore();
  return packets.map((bytes) => lastSegment(decodePacket(bytes, bytes.length, linkType.ipv4, store))?.srcport);
}

describe("IPv4 fragments", () => {
  const [first, second, third] = pieces(0, 24, 48);

  it("give their segment to the packet that completes the datagram", () => {
    assert.deepEqual(portsOf([first, second, third]), [undefined, undefined, 4242]);
  });

  it("do so in any order", () => assert.deepEqual(portsOf([third, first, second]), [undefined, undefined, 4242]));

  it("may overlap", () => {
    const wide = ipv4({ id: 7, fragment: moreFragments | 1 }, segment.subarray(8, 64));
    assert.deepEqual(portsOf([first, wide, third]), [undefined, undefined, 4242]);
  });

  it("wait for a gap to close", () => assert.deepEqual(portsOf([first, third]), [undefined, undefined]));

  it("are told apart by their identification", () => {
    const other = ipv4({ id: 8, fragment: 6 }, segment.subarray(48));
    assert.deepEqual(portsOf([first, second, other]), [undefined, undefined, undefined]);
  });

  it("are not put together from packets that were cut", () => {
    const store = new FragmentStore();
    const cut = decodePacket(first.subarray(0, 42), first.length, linkType.ipv4, store);
    // it stands for itself, but how much it carries is not known
    assert.deepEqual([lastSegment(cut)?.srcport, lastSegment(cut)?.length], [4242, undefined]);
    decodePacket(second, second.length, linkType.ipv4, store);
    assert.equal(lastSegment(decodePacket(third, third.length, linkType.ipv4, store)), undefined);
  });

  it("begin anew after a datagram is whole", () => {
    assert.deepEqual(portsOf([first, second, third, first, second, third]).filter(Boolean), [4242, 4242]);
  });

  it("show the header of a first fragment in its tree, and name the others", () => {
    assert.ok(decodeFrom("ip", first).layers.some(({ protocol }) => protocol === "tcp"));
    assert.deepEqual(
      decodeFrom("ip", second).layers.map(({ protocol }) => protocol),
      ["ip", "data"],
    );
  });

  it("are found again when their packet is looked at alone", async () => {
    const file = pcapFile([first, second, third].map((bytes) => ({ bytes: ethernet(0x0800, bytes) })));
    const engine = await engineOf(file);
    assert.deepEqual(
      (await engine.rows(0, 3)).map(({ protocol }) => protocol),
      ["IPv4", "IPv4", "TCP"],
    );
    assert.ok((await engine.packet(3)).tree.some(({ id, source }) => id === "tcp" && source === 1));
  });
});

describe("IPv6 fragments", () => {
  const fragment = (start: number, end: number, more: boolean, id = 9) =>
    ipv6({ next: 44 }, join(u8(6), u8(0), u16(start | (more ? 1 : 0)), u32(id), segment.subarray(start, end)));
  const portOf = (packets: readonly Uint8Array[]) => {
    const store = new FragmentStore();
    return packets.map((bytes) => lastSegment(decodePacket(bytes, bytes.length, linkType.ipv6, store))?.srcport).at(-1);
  };

  it("are put together", () => assert.equal(portOf([fragment(0, 56, true), fragment(56, segment.length, false)]), 4242));
  it("may be a whole datagram by themselves (RFC 6946)", () => assert.equal(portOf([fragment(0, segment.length, false)]), 4242));
});
