import type { FlowFormat } from "../../view/flow/flowFormats";
import type { FlowView } from "../../view/flow/flowWindow";
import { engine, host } from "../host";
import { pngOf } from "./svgOnCanvas";

const endings: Readonly<Record<FlowFormat, string>> = {
  text: "txt",
  mermaid: "mmd",
  svg: "svg",
  markdown: "md",
  html: "html",
  png: "png",
};

/** Puts a connection's flow, drawn as it is looked at, where a person chooses; says whether that was done. */
export async function exportFlow(stream: number, view: FlowView): Promise<boolean> {
  const choice = await host.chooseFlowExport();
  if (!choice) return false;
  const { format, to } = choice;
  const written = await engine.writeFlow(stream, view, format);
  const name = `flow-${stream}.${endings[format]}`;
  if (to === "clipboard") return host.copyText(written).then(() => true);
  if (format === "png") return host.saveBytes(name, await pngOf(written));
  return format === "html" ? host.savePage(name, written) : host.saveText(name, written);
}
