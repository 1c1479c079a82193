import { strict as assert } from "node:assert";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { walkCapture } from "../../src/engine/walkCapture";
import { type PacketFields, packetFields } from "../../src/view/packetFields";
import { type NamedCapture, ownCaptures } from "../dsl/captures";
import { differences } from "./compare";
import { askTshark, makeConfiguration, tsharkVersion } from "./tshark";

/** Differences shown of one capture. */
const mostShown = 20;

/** What `wirenote packets --json` says; nothing where it refuses the file. */
async function ourFields(capture: Uint8Array): Promise<PacketFields[] | undefined> {
  const source = await inflated(memorySource(capture));
  const reader = await openCapture(source);
  if (!reader) return undefined;
  const found: PacketFields[] = [];
  await walkCapture(source, reader, {
    onPacket: ({ number, record, packet, place }) => found.push(packetFields(number, record, packet, place)),
  });
  await source.close();
  return found;
}

/** Those that somebody else brought. */
function givenCaptures(): NamedCapture[] {
  const folder = process.env["WIRENOTE_CAPTURES"];
  if (!folder) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

const version = tsharkVersion();

describe(`captures against tshark ${version ?? "(which is not installed here)"}`, () => {
  let folder = "";
  let configuration = "";
  before(function () {
    if (version === undefined) return this.skip();
    folder = mkdtempSync(join(tmpdir(), "wirenote-truth-"));
    configuration = makeConfiguration();
  });
  after(() => {
    for (const made of [folder, configuration]) if (made) rmSync(made, { recursive: true });
  });

  for (const { name, bytes } of [...ownCaptures(), ...givenCaptures()]) {
    it(name, async () => {
      const ours = await ourFields(bytes);
      if (!ours) return;
      const file = join(folder, "capture");
      writeFileSync(file, bytes);
      const found = differences(askTshark(file, configuration), ours);
      assert.equal(found.length, 0, [`${found.length} differences:`, ...found.slice(0, mostShown)].join("\n"));
    });
  }
});
