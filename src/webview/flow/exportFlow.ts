import type { FlowFormat } from "../../view/flow/flowFormats";
import type { FlowView } from "../../view/flow/flowWindow";
import type { SeveralScope } from "../../view/onScreen/flowScope";
import { engine, host } from "../host";
import { keyboardBack } from "../keyboardBack";
import { pngOf } from "./svgOnCanvas";

const endings: Readonly<Record<FlowFormat, string>> = {
  text: "txt",
  mermaid: "mmd",
  svg: "svg",
  markdown: "md",
  html: "html",
  png: "png",
};

/** A flow that can be written out, and what a file of it is called. */
export interface WritableFlow {
  readonly name: string;
  write(format: FlowFormat): Promise<string>;
}

export const oneConnection = (stream: number, view: FlowView): WritableFlow => ({
  name: `flow-${stream}`,
  write: (format) => engine.writeFlow(stream, view, format),
});

export const severalConnections = (scope: SeveralScope, view: FlowView): WritableFlow => ({
  name: "flow",
  write: (format) => engine.writeJointFlow(scope, view, format),
});

/** Puts a flow, drawn as it is looked at, where a person chooses; says whether that was done. */
export async function exportFlow(flow: WritableFlow): Promise<boolean> {
  await keyboardBack();
  const choice = await host.chooseFlowExport();
  if (!choice) return false;
  const { format, to } = choice;
  const written = await flow.write(format);
  const name = `${flow.name}.${endings[format]}`;
  if (to === "clipboard") return host.copyText(written).then(() => true);
  if (format === "png") return host.saveBytes(name, await pngOf(written));
  return format === "html" ? host.savePage(name, written) : host.saveText(name, written);
}

/** Puts a flow as a picture on the clipboard. It must be asked for on the page itself: only who has the keyboard may write there. */
export async function copyPicture(flow: WritableFlow): Promise<void> {
  const drawn = flow.write("png").then(pngOf);
  const picture = drawn.then((bytes) => new Blob([bytes.slice()], { type: "image/png" }));
  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}

export const savePicture = async (flow: WritableFlow): Promise<boolean> =>
  host.saveBytes(`${flow.name}.png`, await pngOf(await flow.write("png")));
