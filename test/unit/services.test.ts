import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { serviceName, type Transport } from "../../src/protocols/services";

/** Where there is nothing to compare with. */
const noTest = () => {};

describe("service names", () => {
  const known: readonly (readonly [number, Transport, string | undefined])[] = [
    [22, "tcp", "ssh"],
    [53, "udp", "domain"],
    [80, "tcp", "http"],
    [443, "tcp", "https"],
    [512, "tcp", "exec"],
    [512, "udp", "comsat"],
    [514, "udp", "syslog"],
    [1883, "tcp", "mqtt"],
    [3306, "tcp", "mysql"],
    [5432, "tcp", "postgresql"],
    [6379, "tcp", "redis"],
    [6379, "udp", undefined],
    [4789, "udp", "vxlan"],
    [6010, "tcp", "x11"],
    [6667, "tcp", "ircu"],
    [6064, "tcp", undefined],
    [40000, "tcp", undefined],
  ];
  for (const [port, transport, name] of known)
    it(`call ${port}/${transport} ${name ?? "nothing"}`, () => assert.equal(serviceName(port, transport), name));

  const list = "/usr/share/wireshark/services";
  (existsSync(list) ? it : noTest)("contradict nothing that this system's own list calls by an IANA name", () => {
    let compared = 0;
    for (const [, name, port, transports] of readFileSync(list, "utf8").matchAll(/^(\S+)\s+(\d+)\/(\S+)/gm)) {
      for (const transport of transports.split("/")) {
        const ours = transport === "tcp" || transport === "udp" ? serviceName(Number(port), transport) : undefined;
        if (!ours) continue;
        compared += 1;
        assert.equal(ours, name, `${port}/${transport}`);
      }
    }
    assert.ok(compared > 1000);
  });
});
