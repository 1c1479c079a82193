import { readFileSync } from "node:fs";
import { memorySource } from "../../src/bytes/source";
import { captureEngine } from "../../src/engine/captureEngine";
import { glimpseOf } from "../../src/engine/glimpse";
import { readPlace } from "../../src/notes/capturePlace";
import { wordsFor } from "../../src/text/languages";
import { glimpseText } from "../../src/view/glimpse";
import { conversation } from "../dsl/conversation";
import { jointConversations } from "../dsl/jointConversations";
import { pcapFile } from "../dsl/pcapFile";
import { expectGolden } from "./golden";

const captures: Readonly<Record<string, Uint8Array>> = {
  "handshake.cap": readFileSync("samples/handshake.cap"),
  "lossy-download.cap": readFileSync("samples/lossy-download.cap"),
  "*cut*.pcap": pcapFile(conversation("C>S SYN | S>C SYN,ACK | C>S ACK")).subarray(0, -7),
  "proxy.pcap": jointConversations.proxy,
  "note.pcap": new TextEncoder().encode("no capture at all"),
};

/** A capture, and what stands behind the `#` of the link. */
const links: readonly (readonly [capture: string, fragment: string])[] = [
  ["handshake.cap", ""],
  ["handshake.cap", "2"],
  ["handshake.cap", "99"],
  ["handshake.cap", "tcp.flags.fin == 1"],
  ["handshake.cap", "tcp.flags.fim == 1"],
  ["handshake.cap", "udp"],
  ["lossy-download.cap", "61"],
  ["lossy-download.cap", "tcp.analysis.retransmission"],
  ["*cut*.pcap", ""],
  ["proxy.pcap", ""],
  ["note.pcap", "1"],
];

describe("goldens of what is seen of a capture at a link to it", () => {
  for (const language of ["en", "zh-cn"] as const)
    it(language, async () => {
      const words = wordsFor(language);
      const seen: string[] = [];
      for (const [name, fragment] of links) {
        const engine = captureEngine(async () => memorySource(captures[name]), words);
        await engine.index(() => {});
        const place = readPlace(fragment);
        seen.push(`<!-- ${name}#${fragment} -->\n${glimpseText(name, place, await glimpseOf(engine, place), words)}`);
      }
      expectGolden(`glimpses.${language}.md`, seen.join("\n\n"));
    });
});
