import { unsafeCSS } from "lit";
import { byteColours, themeName } from "../../view/onScreen/byteColours";

/** The colours of bytes, which are the same as in a text. `unsafeCSS` is safe here: it is made of our own names alone. */
export const byteColourStyles = unsafeCSS(
  byteColours.map((colour) => `.${colour} { --kind: var(--vscode-wirenote-${themeName(colour)}); }`).join("\n"),
);
