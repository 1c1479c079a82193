import * as vscode from "vscode";
import type { EditorCommands, Look } from "../../engine/pageContract";
import type { CaptureDocument } from "./captureDocument";

/** One view of a capture. */
export interface CaptureView {
  readonly document: CaptureDocument;
  readonly panel: vscode.WebviewPanel;
  /** Sends a command to its page. */
  command<Name extends keyof EditorCommands & string>(name: Name, ...args: Parameters<EditorCommands[Name]>): void;
}

/** True only while a page of ours has the keyboard: `activeCustomEditorId` stays the same when the terminal has it. */
const focusKey = "wirenote.captureFocus";

/** All views of captures: which one commands are meant for, and whether one has the keyboard. */
export class CaptureViews {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Another view is looked at, or none, or something else in it. */
  readonly onDidChange = this.changed.event;
  private readonly views = new Set<CaptureView>();
  private focused: CaptureView | undefined;
  private readonly looks = new WeakMap<CaptureView, Look>();

  add(view: CaptureView): void {
    const { panel } = view;
    this.views.add(view);
    panel.onDidChangeViewState(() => {
      if (!panel.active) this.setFocus(view, false);
      this.changed.fire();
    });
    panel.onDidDispose(() => {
      this.views.delete(view);
      this.setFocus(view, false);
      this.changed.fire();
    });
    this.changed.fire();
  }

  /** The view that is looked at: it stays the same while the palette or a terminal has the keyboard. */
  get active(): CaptureView | undefined {
    return [...this.views].find(({ panel }) => panel.active);
  }

  /** What the active view shows. */
  get look(): Look | undefined {
    return this.active && this.looks.get(this.active);
  }

  setLook(view: CaptureView, look: Look): void {
    this.looks.set(view, look);
    this.changed.fire();
  }

  /** A view that loses the keyboard to another may say so later than the other says that it has it. */
  setFocus(view: CaptureView, hasFocus: boolean): void {
    if (!hasFocus && this.focused !== view) return;
    this.focused = hasFocus ? view : undefined;
    void vscode.commands.executeCommand("setContext", focusKey, hasFocus);
  }
}
