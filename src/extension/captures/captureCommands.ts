import * as vscode from "vscode";
import { type EditorCommand, editorCommands } from "../../engine/pageContract";
import { say, wordsFor } from "../../text/words";
import type { CaptureView, CaptureViews } from "./captureViews";

/** Commands that go to the page that is looked at; the palette offers them only while there is one. */
export function registerCaptureCommands(views: CaptureViews): vscode.Disposable {
  const own: Partial<Record<EditorCommand, (view: CaptureView) => Promise<void>>> = { goToPacket };
  return vscode.Disposable.from(
    ...editorCommands.map((name) =>
      vscode.commands.registerCommand(`wirenote.capture.${name}`, async () => {
        const view = views.active;
        if (!view) return;
        const ask = own[name];
        if (ask) await ask(view);
        else view.command(name as Exclude<EditorCommand, "goToPacket">);
      }),
    ),
  );
}

/** Asks for the number as VS Code's *Go to Line* does. */
async function goToPacket(view: CaptureView): Promise<void> {
  const words = wordsFor(vscode.env.language);
  const { packets } = await view.document.engine.summary();
  const wrong = say(words, "goTo.wrong", { packets });
  const isThere = (text: string) => /^\s*\d+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= packets;
  const text = await vscode.window.showInputBox({
    title: words.messages["goTo.title"],
    prompt: say(words, "goTo.prompt", { packets }),
    validateInput: (typed) => (typed.trim() === "" || isThere(typed) ? undefined : wrong),
  });
  if (text !== undefined && isThere(text)) view.command("goToPacket", Number(text));
}
