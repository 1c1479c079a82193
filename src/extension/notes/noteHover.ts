import * as vscode from "vscode";
import { unheard } from "../../engine/contract/engine";
import { glimpseOf } from "../../engine/glimpse";
import { wordsFor } from "../../text/languages";
import { say } from "../../text/words";
import { type Glimpse, glimpseText } from "../../view/glimpse";
import { escapeMarkdown } from "../../view/markdown";
import type { SharedEngines } from "../captures/sharedEngines";
import { openingOf, openLinkCommand } from "./noteLinkProvider";
import { fileName, type NoteLink, type NoteLinks } from "./noteLinks";

/** Shows at a link to a capture what stands there, without opening it. */
export class NoteHoverProvider implements vscode.HoverProvider {
  constructor(
    private readonly links: NoteLinks,
    private readonly engines: SharedEngines,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const link = await this.links.at(document, position);
    if (!link || token.isCancellationRequested) return undefined;
    const text = new vscode.MarkdownString((await this.paragraphs(link, token)).join("\n\n"));
    text.isTrusted = { enabledCommands: [openLinkCommand] };
    return new vscode.Hover(text, link.range);
  }

  private async paragraphs(link: NoteLink, token: vscode.CancellationToken): Promise<string[]> {
    const words = wordsFor(vscode.env.language);
    const name = fileName(link.capture);
    try {
      const glimpse = await this.glimpse(link, token);
      return [glimpseText(name, link.place, glimpse, words), ...flowOf(link, glimpse)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [`**${escapeMarkdown(name)}**`, escapeMarkdown(say(words, "glimpse.unreadable", { reason }))];
    }
  }

  private async glimpse({ capture, place }: NoteLink, token: vscode.CancellationToken): Promise<Glimpse> {
    const shared = await this.engines.open(capture);
    const { engine, close } = shared.running.open(unheard);
    // who moves the pointer on does not wait for a large file
    const leaving = token.onCancellationRequested(close);
    try {
      return await glimpseOf(engine, place);
    } finally {
      leaving.dispose();
      close();
      shared.release();
    }
  }
}

/** VS Code itself says how to follow the link; a segment has its connection's flow, too. */
function flowOf(link: NoteLink, { standing }: Glimpse): string[] {
  const isSegment = standing && link.place && "packet" in link.place;
  return isSegment ? [`[${wordsFor(vscode.env.language).messages["hover.showFlow"]}](${openingOf(link, true)})`] : [];
}
