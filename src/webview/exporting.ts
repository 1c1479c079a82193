import type { ChartFormat } from "../view/charts/chartFormats";
import type { FlowFormat } from "../view/flow/flowFormats";
import { host } from "./host";
import { keyboardBack } from "./keyboardBack";
import { pngOf } from "./svgOnCanvas";

type Format = FlowFormat | ChartFormat;

const endings: Readonly<Record<Format, string>> = {
  text: "txt",
  mermaid: "mmd",
  svg: "svg",
  markdown: "md",
  html: "html",
  png: "png",
  csv: "csv",
};

/** Something that can be written out, and the name of a file for it. */
export interface Writable {
  readonly name: string;
  /** Asks in which format and where to, and writes it; nothing where a person gave that up. */
  choose(): Promise<{ readonly format: Format; readonly to: "file" | "clipboard"; readonly written: string } | undefined>;
  /** The drawing that a picture is made from. */
  drawing(): Promise<string>;
}

/** Puts something where a person chooses; says whether that was done. */
export async function exportChosen(writable: Writable): Promise<boolean> {
  await keyboardBack();
  const choice = await writable.choose();
  if (!choice) return false;
  const { format, to, written } = choice;
  const name = `${writable.name}.${endings[format]}`;
  if (to === "clipboard") return host.copyText(written).then(() => true);
  if (format === "png") return host.saveBytes(name, await pngOf(written));
  return format === "html" ? host.savePage(name, written) : host.saveText(name, written);
}

/** Puts a picture on the clipboard. Only the page itself may do that, while it has the keyboard. */
export async function copyPicture(writable: Writable): Promise<void> {
  const drawn = writable.drawing().then(pngOf);
  const picture = drawn.then((bytes) => new Blob([bytes.slice()], { type: "image/png" }));
  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}

export const savePicture = async (writable: Writable): Promise<boolean> =>
  host.saveBytes(`${writable.name}.png`, await pngOf(await writable.drawing()));
