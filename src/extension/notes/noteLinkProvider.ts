import * as vscode from "vscode";
import type { CapturePlace } from "../../notes/capturePlace";
import { wordsFor } from "../../text/languages";
import type { MessageId } from "../../text/words";
import type { NoteLink, NoteLinks } from "./noteLinks";

export const openLinkCommand = "wirenote.openLink";

/** Makes links of what a text says of captures, so that they lead to the packet and not only to the file. */
export class NoteLinkProvider implements vscode.DocumentLinkProvider {
  constructor(private readonly links: NoteLinks) {}

  async provideDocumentLinks(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.DocumentLink[]> {
    const found = await this.links.within(document, token);
    return found.map((link) => {
      const shown = new vscode.DocumentLink(link.range, vscode.Uri.parse(openingOf(link)));
      shown.tooltip = wordsFor(vscode.env.language).messages[openingLabel(link.place)];
      return shown;
    });
  }
}

/** The command that opens what a link leads to, as the target of a link. */
export function openingOf({ capture, place }: NoteLink, flow = false): string {
  return `command:${openLinkCommand}?${encodeURIComponent(JSON.stringify([capture.toString(), place, flow]))}`;
}

function openingLabel(place: CapturePlace | undefined): MessageId {
  if (!place) return "glimpse.open";
  return "packet" in place ? "glimpse.open.packet" : "glimpse.open.filter";
}
