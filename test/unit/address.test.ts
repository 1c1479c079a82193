import { strict as assert } from "node:assert";
import { formatEndpoint, formatIpv4, formatIpv6, formatMac } from "../../src/text/address";
import { hex } from "../dsl/bytes";

describe("addresses", () => {
  const spelled: readonly (readonly [string, string])[] = [
    ["00000000000000000000000000000000", "::"],
    ["00000000000000000000000000000001", "::1"],
    ["20010db8000000000000000000000001", "2001:db8::1"],
    ["20010db8000000010000000000000001", "2001:db8:0:1::1"],
    ["20010db8000100010001000100010001", "2001:db8:1:1:1:1:1:1"],
    ["20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1"],
    ["20010000000000010000000000000001", "2001:0:0:1::1"],
    ["00000000000000000000ffff0a090807", "::ffff:10.9.8.7"],
    ["00000000000000000000000001020304", "::1.2.3.4"],
    ["fe800000000000000202b3fffe1e8329", "fe80::202:b3ff:fe1e:8329"],
    ["ff020000000000000000000000000000", "ff02::"],
  ];
  for (const [digits, text] of spelled) it(`spells ${text} as inet_ntop does`, () => assert.equal(formatIpv6(hex(digits)), text));

  it("spells IPv4 and MAC", () => {
    assert.equal(formatIpv4(hex("7f000001")), "127.0.0.1");
    assert.equal(formatMac(hex("0200000000ff")), "02:00:00:00:00:ff");
  });

  it("puts an IPv6 address before its port in brackets", () => {
    assert.equal(formatEndpoint(hex("00000000000000000000000000000001"), 80), "[::1]:80");
    assert.equal(formatEndpoint(hex("7f000001"), 80), "127.0.0.1:80");
  });
});
