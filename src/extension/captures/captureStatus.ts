import * as vscode from "vscode";
import type { Look } from "../../engine/pageContract";
import { wordsFor } from "../../text/languages";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import type { CaptureViews } from "./captureViews";

/** Says in the status bar what the active capture shows; a click asks for the packet to go to. */
export class CaptureStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("wirenote.capture", vscode.StatusBarAlignment.Right, 100);
  private readonly listening: vscode.Disposable;

  constructor(private readonly views: CaptureViews) {
    const words = wordsFor(vscode.env.language);
    this.item.name = words.messages["status.name"];
    this.item.command = "wirenote.capture.goToPacket";
    this.listening = views.onDidChange(() => this.show());
  }

  dispose(): void {
    this.listening.dispose();
    this.item.dispose();
  }

  private show(): void {
    const { look } = this.views;
    if (look) {
      const parts = statusParts(look);
      this.item.text = parts.join(" · ");
      // where there is little room the end of the text is cut off
      this.item.tooltip = [...parts, "", wordsFor(vscode.env.language).messages["goTo.title"]].join("\n");
      this.item.show();
    } else this.item.hide();
  }
}

function statusParts(look: Look): string[] {
  const words = wordsFor(vscode.env.language);
  const packets = formatCount(look.packets);
  const parts = [
    look.selected === undefined ? undefined : say(words, "status.selected", { number: formatCount(look.selected) }),
    look.shown === undefined
      ? say(words, "editor.count", { packets })
      : say(words, "status.shown", { shown: formatCount(look.shown), packets }),
    say(words, "status.connections", { connections: formatCount(look.connections) }),
    look.marked === undefined ? undefined : say(words, "status.marked", { marked: formatCount(look.marked) }),
    look.life,
  ];
  return parts.filter((part) => part !== undefined);
}
