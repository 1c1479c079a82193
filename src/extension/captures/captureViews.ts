import * as vscode from "vscode";
import type { Engine } from "../../engine/contract/engine";
import type { EditorCommands, Look } from "../../engine/pageContract";
import type { CaptureDocument } from "./captureDocument";

/** One view of a capture. */
export interface CaptureView {
  readonly document: CaptureDocument;
  readonly panel: vscode.WebviewPanel;
  /** Its own, with what it has filtered. */
  readonly engine: Engine;
  /** Sends a command to its page. */
  command<Name extends keyof EditorCommands & string>(name: Name, ...args: Parameters<EditorCommands[Name]>): void;
}

/** True only while a page of ours has the keyboard: `activeCustomEditorId` stays the same when the terminal has it. */
const focusKey = "wirenote.captureFocus";

/** All views of captures: which one commands are meant for, and whether one has the keyboard. */
export class CaptureViews {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when another view is looked at, or none, or something else in the view. */
  readonly onDidChange = this.changed.event;
  private readonly views = new Set<CaptureView>();
  private focused: CaptureView | undefined;
  private readonly looks = new WeakMap<CaptureView, Look>();
  private readonly waiting = new WeakMap<CaptureView, () => void>();

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

  get all(): Iterable<CaptureView> {
    return this.views;
  }

  isOpen(view: CaptureView): boolean {
    return this.views.has(view);
  }

  /** A view of this capture, the active one if it is. */
  of(capture: vscode.Uri): CaptureView | undefined {
    const own = [...this.views].filter(({ document }) => document.uri.toString() === capture.toString());
    return own.find(({ panel }) => panel.active) ?? own[0];
  }

  /** What the active view shows. */
  get look(): Look | undefined {
    return this.active && this.looks.get(this.active);
  }

  setLook(view: CaptureView, look: Look): void {
    this.looks.set(view, look);
    this.changed.fire();
    this.waiting.get(view)?.();
    this.waiting.delete(view);
  }

  /** Brings a view to the front and tells its page something. */
  reveal(view: CaptureView, tell: () => void): void {
    this.whenSeen(view, tell);
    view.panel.reveal(view.panel.viewColumn);
  }

  /** Tells a page something once it listens: a hidden page is loaded anew when it is seen again, and then says what it shows. */
  whenSeen(view: CaptureView, tell: () => void): void {
    if (view.panel.visible) tell();
    else this.waiting.set(view, tell);
  }

  /** When the keyboard moves from one view to another, the loss may be told after the gain. */
  setFocus(view: CaptureView, hasFocus: boolean): void {
    if (!hasFocus && this.focused !== view) return;
    this.focused = hasFocus ? view : undefined;
    void vscode.commands.executeCommand("setContext", focusKey, hasFocus);
  }
}
