import { inflated } from "../../src/bytes/inflate.node";
import { type ByteSource, memorySource, readRange } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { wordsFor } from "../../src/text/languages";
import type { Language } from "../../src/text/words";
import { damageText, refusalText } from "../../src/view/captureProblems";
import { packetFields } from "../../src/view/packetFields";
import { packetTree } from "../../src/view/tree";
import { walkCapture } from "../dsl/walkCapture";

/** What a compressed input may hold: one that promises more is a bomb, not a capture. */
const inflateLimit = 1 << 24;
const blockSize = 1 << 16;
const smallestRecord = 12;

/** Opens a file and asks for everything that there is to know of each of its packets, as if nobody had before. */
export async function readEverything(file: Uint8Array, language: Language, onLife: () => void = () => {}): Promise<void> {
  const words = wordsFor(language);
  const source = await inflated(memorySource(file), { limit: inflateLimit });
  try {
    const reader = await openCapture(source);
    if (!reader) {
      refusalText(words, await readRange(source, 0, 32));
      return;
    }
    await walkCapture(modest(source), reader, {
      blockSize,
      onPacket: ({ number, record, packet, place }) => {
        // a record has a header in any format, so there is an end to them
        if (number * smallestRecord > source.size) throw new Error(`${number} packets in ${source.size} bytes`);
        onLife();
        packetFields(number, record, packet, place);
        packetTree(packet, words);
      },
    });
    if (reader.damage) damageText(words, reader.damage);
  } finally {
    await source.close();
  }
}

/** Complains where more is asked for at once than the file has: a length in a file must not become memory. */
export function modest(source: ByteSource): ByteSource {
  return {
    size: source.size,
    ...(source.damage && { damage: source.damage }),
    read: (offset, into) => {
      if (into.length > Math.max(blockSize, source.size))
        throw new Error(`${into.length} bytes were asked for of a file of ${source.size}`);
      return source.read(offset, into);
    },
    close: () => source.close(),
  };
}
