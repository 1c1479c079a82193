import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flowConversations } from "../dsl/flowConversations";
import { browser, jointConversations, manyConversations } from "../dsl/jointConversations";
import { longAddresses } from "../dsl/longAddresses";
import { lossBursts } from "../dsl/lossBursts";
import { commentedCapture } from "../dsl/lossStory";
import { webTalk } from "../dsl/talk";
import { toolLines } from "../dsl/toolLines";
import { inRepository } from "../host/repository";

export const jointCaptures = { ...jointConversations, browser, many: manyConversations(40, 9) };

const linkingNote = `# What happened

The server's ACK travels on [its FIN](closing.cap#5); the FINs are \`closing.cap#tcp.flags.fin==1\`.

Lost and sent again: [[../lossy-download.cap#tcp.analysis.retransmission|13 segments]].
`;

/** What is looked at: the samples, and beside them captures of everything that can happen. */
export function makeFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "wirenote-pictures-")), "samples");
  cpSync(inRepository("samples"), folder, { recursive: true });
  cpSync(inRepository("test", "captures", "recorded", "zero-window.cap"), join(folder, "zero-window.cap"));
  writeFileSync(join(folder, "commented.pcapng"), commentedCapture());
  const capture = readFileSync(join(folder, "zero-window.cap"));
  mkdirSync(join(folder, "flows"));
  for (const [name, bytes] of Object.entries(jointCaptures)) writeFileSync(join(folder, "flows", `${name}.joint.pcap`), bytes);
  for (const [name, bytes] of Object.entries(flowConversations)) writeFileSync(join(folder, "flows", `${name}.flow.pcap`), bytes);
  writeFileSync(join(folder, "bursts.pcap"), lossBursts());
  writeFileSync(join(folder, "long.pcap"), longAddresses());
  writeFileSync(join(folder, "flows", "web.talk.pcap"), webTalk());
  cpSync(inRepository("samples", "note.md"), join(folder, "pasted.pcap"));
  writeFileSync(join(folder, "tools.md"), `${toolLines.join("\n\n")}\n`);
  writeFileSync(join(folder, "tree.md"), toolLines.filter((lines) => lines.startsWith("Transmission")).join("\n\n"));
  mkdirSync(join(folder, "noted"));
  writeFileSync(join(folder, "noted", "links.md"), linkingNote);
  cpSync(inRepository("samples", "handshake.cap"), join(folder, "noted", "closing.cap"));
  writeFileSync(join(folder, "damaged.pcap"), capture.subarray(0, capture.length - 10));
  return folder;
}
