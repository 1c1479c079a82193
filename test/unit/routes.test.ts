import { strict as assert } from "node:assert";
import { engineOf } from "../dsl/engineOf";
import { ipv4, ipv6, tcp } from "../dsl/headers";
import { ipv4Options, ipv6Routing } from "../dsl/headersOfIp";
import { linkType, pcapFile } from "../dsl/pcapFile";

const end = "20010db8000000000000000000000009";
const six = { src: "20010db8000000000000000000000001", dst: end };

/** Destination and connection of each packet, as the packet list has them. */
async function destinations(...packets: readonly Uint8Array[]): Promise<(string | number | undefined)[][]> {
  const file = pcapFile(
    packets.map((bytes) => ({ bytes })),
    { linkType: linkType.raw },
  );
  const engine = await engineOf(file);
  return (await engine.rows(0, packets.length)).map(({ destination, stream }) => [destination, stream]);
}

// what tshark 4.0.17 shows
describe("source routes", () => {
  it("of IPv4 lead to their end (RFC 791 §3.1)", async () => {
    const segment = tcp({ within: { dst: "10.0.0.9" } });
    const routed = ipv4({ options: ipv4Options.looseRoute }, segment);
    assert.deepEqual(await destinations(routed, ipv4({ dst: "10.0.0.9" }, segment)), [
      ["10.0.0.9", 0],
      ["10.0.0.9", 0],
    ]);
  });

  it("of IPv6 too (RFC 8200 §8.1)", async () => {
    const segment = tcp({ within: six });
    const routed = ipv6({ next: 43 }, ipv6Routing(6, 0, 1, [end], segment));
    assert.deepEqual(await destinations(routed, ipv6(six, segment)), [
      ["2001:db8::9", 0],
      ["2001:db8::9", 0],
    ]);
  });
});
