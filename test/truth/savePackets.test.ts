import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { givenCaptures, ownCaptures } from "../dsl/captures";
import { engineOf } from "../dsl/engineOf";
import { readBytes, readSource } from "../dsl/readCapture";
import { saved, savedFile } from "../dsl/savedCapture";
import { describeAgainstTshark } from "./againstTshark";
import { Sharkd } from "./sharkd";
import { runTshark } from "./tshark";

/** Which packets are saved: a connection with some here and there, and all. */
const filters = ["tcp.stream == 0 || frame.number % 3 == 1", ""];
/** What a file says of a packet, beside its bytes. */
const fields = ["time_epoch", "len", "cap_len", "encap_type", "interface_name", "interface_description", "comment"].map(
  (name) => `frame.${name}`,
);

/** A classic file knows no interfaces and no comments. */
const inClassic = (line: string): string => line.replace(/^((?:[^\t]*\t){4})[^\t]*\t[^\t]*\t.*$/, "$1\t\t");

describeAgainstTshark("packets saved,", (folder) => {
  let sharkd: Sharkd | undefined;
  before(() => {
    sharkd = new Sharkd();
  });
  after(() => {
    sharkd?.stop();
  });

  /** A line for each packet. An interface of pcapng that has no name is "unknown", one of pcap has not even that. */
  const lines = async (file: string): Promise<string[]> =>
    (await sharkd!.lines(file, fields)).map((line) => line.replace("\tunknown\t", "\t\t"));

  for (const { name, bytes } of [...ownCaptures(), ...givenCaptures()])
    it(name, async function () {
      const engine = await engineOf(bytes);
      const { packets } = await engine.summary();
      if (packets === 0) return this.skip();
      const source = folder.file("source", bytes);
      const known = await lines(source);
      assert.equal(known.length, packets);
      // a time that is no number of nanoseconds within a second is not one of pcapng's, which has one number for all of it
      const isOdd = known.some((line) => /^-|^\d+\.\d{10}/.test(line));
      const compared = (line: string) => (isOdd ? line.replace(/^\S+/, "") : line);
      const before = (await readSource(await inflated(memorySource(bytes)))).packets;
      const theirs = join(folder.path, "theirs");
      for (const filter of filters) {
        const answer = await engine.filter(filter);
        const shown = "shown" in answer ? answer.shown : 0;
        if (shown === 0) continue;
        const file = await savedFile(engine, { kind: "shown" });
        const bytesOf = async (capture: Uint8Array) => (await readBytes(capture)).packets.map((packet) => packet.bytes);
        const found = await bytesOf(file);
        const numbers = (await engine.listedRows(0, shown)).map(({ number }) => number);
        const hasMore = found.length > shown;
        // the second pass of tshark brings the fragments of what it shows, too
        if (hasMore) runTshark(source, ["-2", "-Y", filter, "-F", "pcapng", "-w", theirs]);
        const expected = hasMore ? await lines(theirs) : numbers.map((number) => known[number - 1]);
        assert.deepEqual((await lines(folder.file("saved", file))).map(compared), expected.map(compared), filter);
        const bytesBefore = hasMore ? await bytesOf(readFileSync(theirs)) : numbers.map((number) => before[number - 1].bytes);
        assert.deepEqual(found, bytesBefore, filter);
      }
      const classic = await saved(engine, { kind: "all" }, "pcap");
      if (!(classic instanceof Uint8Array)) return;
      const isFine = classic[0] === 0x4d;
      const fits = !isOdd && (isFine || known.every((line) => /^\d+\.\d{6}000\t/.test(line)));
      // how a time is cut that does not fit, tshark says
      if (!fits) runTshark(source, ["-F", isFine ? "nsecpcap" : "pcap", "-w", theirs]);
      assert.deepEqual(await lines(folder.file("saved", classic)), fits ? known.map(inClassic) : await lines(theirs), "pcap");
    });
});
