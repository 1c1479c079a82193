import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";

/** Many short connections, as a web server sees them: a handshake, a request, an answer, a close. */
const web =
  "C>S SYN | S>C SYN,ACK | C>S ACK | C>S PSH 0:400 | S>C ACK | S>C 0:1460 | S>C 1460:2920 | C>S ACK | C>S FIN | S>C FIN | C>S ACK";

/** Writes a classic capture of about so many packets and says how many they are. */
export function writeWebCapture(path: string, packets: number): number {
  const file = openSync(path, "w");
  const header = pcapFile([]);
  writeSync(file, header);
  let written = 0;
  for (let connection = 0; written < packets; connection += 1) {
    const port = 1024 + (connection % 60000);
    const address = `10.${(connection / 60000) & 0xff}.0.1`;
    const records = conversation(web, { client: { port, address, isn: connection * 7919 } });
    const later = records.map((record) => ({ ...record, time: 1.7e9 + connection * 0.02 + (record.time ?? 0) }));
    const bytes = join(pcapFile(later).subarray(header.length));
    writeSync(file, bytes);
    written += records.length;
  }
  closeSync(file);
  return written;
}
