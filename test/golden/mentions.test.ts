import { readFileSync } from "node:fs";
import { linesOf } from "../../src/dump/dump";
import { wordsFor } from "../../src/text/languages";
import { mentionHover } from "../../src/view/mentionHover";
import { mentionsIn } from "../dsl/pointed";
import { expectGolden } from "./golden";

/** Lines as Linux's firewall, nmap, hping, Scapy and packetdrill have them. */
const toolLines = [
  "IN=eth0 OUT= SRC=192.0.2.7 DST=198.51.100.9 LEN=52 TTL=63 ID=7 DF PROTO=TCP SPT=443 DPT=50122 SEQ=5 ACK=900 WINDOW=501 RES=0x00 ACK FIN URGP=0",
  "RCVD (0.0403s) TCP 198.51.100.9:80 > 192.0.2.7:50122 SA ttl=64 id=0 iplen=44  seq=987654 win=29200 <mss 1460>",
  "len=46 ip=198.51.100.9 ttl=64 DF id=0 sport=81 flags=RA seq=1 win=0 rtt=0.9 ms",
  "<TCP  sport=50122 dport=http seq=100 ack=0 dataofs=None flags=S window=8192 |>",
  "+.1 < P. 1:1001(1000) ack 1 win 257",
];

const texts: Readonly<Record<string, string>> = {
  "study-note": readFileSync("samples/study-note.md", "utf8"),
  tools: toolLines.join("\n\n"),
};

describe("goldens of what is said around dumps", () => {
  for (const [name, text] of Object.entries(texts))
    for (const language of ["en", "zh-cn"] as const)
      it(`hovers over the words of ${name}, ${language}`, () => {
        const hovers = [...mentionsIn(linesOf(text))].map(
          ({ line, mention }) => `<!-- line ${line + 1} -->\n${mentionHover(mention, wordsFor(language)).markdown}`,
        );
        expectGolden(`mentions/${name}.${language}.md`, hovers.join("\n\n"));
      });
});
