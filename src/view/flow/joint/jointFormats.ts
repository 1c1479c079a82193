import type { Words } from "../../../text/words";
import type { FlowFormat } from "../flowFormats";
import type { JointFlow } from "./jointFlow";
import { jointMarkdown } from "./jointMarkdown";
import { jointMermaid } from "./jointMermaid";
import { jointPages } from "./jointPages";
import { jointSvg } from "./jointSvg";
import { jointText } from "./jointText";

/** What the flow of several connections can be written as. */
export const jointWriters: Readonly<Record<FlowFormat, (flow: JointFlow, words: Words) => string>> = {
  text: jointText,
  markdown: jointMarkdown,
  mermaid: jointMermaid,
  svg: jointSvg,
  png: jointSvg,
  html: jointPages,
};
