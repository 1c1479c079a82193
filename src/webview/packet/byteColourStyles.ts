import { unsafeCSS } from "lit";
import { byteColours, themeName } from "../../view/onScreen/byteColours";

/** What a byte is, as the colour that it has in a text too; all of it is made of our own names. */
export const byteColourStyles = unsafeCSS(
  byteColours.map((colour) => `.${colour} { --kind: var(--vscode-wirenote-${themeName(colour)}); }`).join("\n"),
);
