import { createHash } from "node:crypto";
import type { Language } from "../../src/text/words";
import { cutFilesUpTo, cutPackets, readRecords } from "./cuts";
import { damaged } from "./damage";
import { Random } from "./random";
import { readEverything } from "./readEverything";

export interface FuzzCapture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was done to a capture; with the capture and the seed it makes the same bytes again. */
export const manners = ["whole", "cut", "packet cut", "damaged"] as const;
export type Manner = (typeof manners)[number];
export interface Input {
  /** Index of the capture. */
  readonly capture: number;
  readonly manner: Manner;
  /** Where it was cut, or which of its packets, or which damage. */
  readonly number: number;
}

/** Damaged copies are made of no more than this: what is behind it is like what is before. */
const damageUpTo = 1 << 17;

export class Inputs {
  private readonly known = new Set<string>();
  private cuts: { readonly capture: number; readonly files: readonly Uint8Array[] } | undefined;

  constructor(
    readonly captures: readonly FuzzCapture[],
    readonly seed: number,
  ) {}

  /** Everything that is tried before chance decides. */
  async *everyCut(): AsyncGenerator<Input> {
    for (let capture = 0; capture < this.captures.length; capture += 1) {
      yield { capture, manner: "whole", number: 0 };
      const { bytes } = this.captures[capture];
      const last = isCompressed(bytes) ? -1 : Math.min(bytes.length, cutFilesUpTo);
      for (let number = 0; number <= last; number += 1) yield { capture, manner: "cut", number };
      const packets = await this.packetCuts(capture);
      for (let number = 0; number < packets.length; number += 1)
        if (this.isNew(packets[number])) yield { capture, manner: "packet cut", number };
    }
  }

  /** One capture after another, again and again. */
  *damages(): Generator<Input> {
    for (let number = 0; ; number += 1)
      for (let capture = 0; capture < this.captures.length; capture += 1) yield { capture, manner: "damaged", number };
  }

  async bytesOf({ capture, manner, number }: Input): Promise<Uint8Array> {
    const { bytes } = this.captures[capture];
    switch (manner) {
      case "whole":
        return bytes;
      case "cut":
        return bytes.subarray(0, number);
      case "packet cut":
        return (await this.packetCuts(capture))[number];
      case "damaged":
        return damaged(bytes.subarray(0, damageUpTo), new Random(this.seed, capture, number));
    }
  }

  /** The same packet in another file format is decoded the same way. */
  private isNew(bytes: Uint8Array): boolean {
    const size = this.known.size;
    return this.known.add(createHash("sha1").update(bytes).digest("hex")).size > size;
  }

  private async packetCuts(capture: number): Promise<readonly Uint8Array[]> {
    if (this.cuts?.capture !== capture) this.cuts = { capture, files: await cutPackets(this.captures[capture].bytes) };
    return this.cuts.files;
  }
}

/** `onLife` hears of every packet: a large capture may take its time, if only it goes on. */
export async function tryInput(bytes: Uint8Array, { manner, number }: Input, onLife: () => void): Promise<void> {
  const language: Language = number % 2 === 0 ? "en" : "zh-cn";
  return manner === "cut" ? readRecords(bytes) : readEverything(bytes, language, onLife);
}

/** A compressed file is inflated from its beginning for every cut: chance cuts it often enough. */
const isCompressed = (bytes: Uint8Array) =>
  [0x1f8b, 0x28b5, 0x0422].includes((bytes[0] << 8) | bytes[1]) || (bytes[1] === 0x2a && bytes[2] === 0x4d);
