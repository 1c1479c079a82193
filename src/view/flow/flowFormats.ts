import type { Words } from "../../text/words";
import type { Flow } from "./flow";
import { flowMarkdown } from "./flowMarkdown";
import { flowMermaid } from "./flowMermaid";
import { flowPages } from "./flowPages";
import { flowSvg } from "./flowSvg";
import { flowText } from "./flowText";

export const flowFormats = ["text", "mermaid", "svg", "markdown", "html", "png"] as const;
export type FlowFormat = (typeof flowFormats)[number];

interface FlowWriter {
  readonly write: (flow: Flow, words: Words) => string;
  /** So many rows at most go into one file. */
  readonly mostRows: number;
}

/** The formats in which a flow can be written. */
export const flowWriters: Readonly<Record<FlowFormat, FlowWriter>> = {
  text: { write: flowText, mostRows: 100_000 },
  markdown: { write: flowMarkdown, mostRows: 100_000 },
  // Mermaid draws no more than 50,000 characters unless it is told to
  mermaid: { write: flowMermaid, mostRows: 350 },
  svg: { write: flowSvg, mostRows: 5_000 },
  // the drawing from which a PNG is made: a browser's canvas is no higher than 16,384 pixels
  png: { write: flowSvg, mostRows: 300 },
  html: { write: flowPages, mostRows: 20_000 },
};
