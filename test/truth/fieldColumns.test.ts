import { strict as assert } from "node:assert";
import { filterFields } from "../../src/filter/fields";
import { plainLook } from "../../src/view/onScreen/rowLook";
import { ownCaptures } from "../dsl/captures";
import { engineOf } from "../dsl/engineOf";
import { describeAgainstTshark } from "./againstTshark";
import { realCaptures } from "./realCaptures";
import { runTshark } from "./tshark";

/** What people give columns: from headers, from the connection, from the analysis. */
const names = [
  ...["frame.len", "frame.time_delta", "ip.src", "ip.ttl", "ip.id", "ipv6.dst", "ipv6.hlim"],
  ...["tcp.stream", "tcp.srcport", "tcp.seq", "tcp.nxtseq", "tcp.ack", "tcp.len", "tcp.hdr_len", "tcp.flags", "tcp.flags.syn"],
  ...["tcp.window_size_value", "tcp.window_size", "tcp.window_size_scalefactor", "tcp.checksum", "tcp.urgent_pointer"],
  ...[
    "tcp.options.mss_val",
    "tcp.options.wscale.shift",
    "tcp.options.timestamp.tsval",
    "tcp.options.sack_le",
    "tcp.options.sack_re",
  ],
  ...["tcp.time_relative", "tcp.time_delta", "tcp.analysis.acks_frame", "tcp.analysis.ack_rtt"],
  ...[
    "tcp.analysis.initial_rtt",
    "tcp.analysis.bytes_in_flight",
    "tcp.analysis.push_bytes_sent",
    "tcp.analysis.duplicate_ack_num",
  ],
  ...["tcp.analysis.rto", "tcp.analysis.retransmission", "tcp.analysis.lost_segment", "tcp.analysis.window_full"],
];

const captures = [
  ...ownCaptures().filter(({ name }) => /samples|recorded/.test(name)),
  ...realCaptures(20, { largest: 500_000, isTaken: (name) => !/^(fuzz|fmt)/.test(name) }),
];
const isLabel = (name: string) => filterFields.get(name)!.type === "label";

/** A cell as both sides would spell it: numbers by their value, and of a label only that it is there. */
function alike(name: string, cell: string): string {
  if (isLabel(name)) return cell === "" ? "" : "there";
  return cell
    .split(/, ?/)
    .map((part) => (part === "" || Number.isNaN(Number(part)) ? part : String(Number(part))))
    .join();
}

async function ourCells(bytes: Uint8Array): Promise<string[][] | undefined> {
  const engine = await engineOf(bytes);
  const { packets, problem } = await engine.summary();
  if (problem !== undefined) return undefined;
  const rows = await engine.rows(0, packets, { ...plainLook, fields: names });
  return rows.map(({ fields }) => names.map((name) => alike(name, fields![name])));
}

describeAgainstTshark("columns of fields", (folder) => {
  for (const { name, bytes } of captures)
    it(`say the same of ${name}`, async () => {
      const ours = await ourCells(bytes);
      if (!ours) return;
      const file = folder.file("capture", bytes);
      const asked = names.flatMap((each) => ["-e", each]);
      const printed = runTshark(file, ["-T", "fields", "-E", "separator=/t", "-E", "occurrence=a", ...asked]);
      const theirs = printed.replace(/\n$/, "").split("\n");
      const differences = ours.flatMap((cells, row) => {
        const expected = (theirs[row] ?? "").split("\t");
        return names.flatMap((each, i) => {
          const wanted = alike(each, expected[i] ?? "");
          return wanted === cells[i] ? [] : [`${row + 1} ${each}: tshark ${wanted}, ours ${cells[i]}`];
        });
      });
      assert.deepEqual(differences.slice(0, 20), []);
    });
});
