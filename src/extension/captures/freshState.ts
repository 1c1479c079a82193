import * as vscode from "vscode";
import { paneNames } from "../../view/onScreen/editorState";
import type { Place } from "./captureOpening";
import { type EditorMemory, recall } from "./editorHost";

/** What is known of a capture before its page shows it. */
export interface KnownOfCapture {
  /** How it was looked at last. */
  readonly last: object | undefined;
  /** Where somebody wants to look now, wherever that was. */
  readonly place: Place | undefined;
}

/**
 * What a view begins with that is new: the settings, the panes and the look of flows as they were left last in this workspace; and how
 * this capture was looked at, or where somebody wants to look.
 */
export function freshState(capture: vscode.Uri, memory: EditorMemory, { last, place }: KnownOfCapture): object {
  const settings = vscode.workspace.getConfiguration("wirenote.capture", capture);
  const shown = settings.get<readonly string[]>("panes", paneNames);
  const known: { readonly hidden: unknown } = {
    hidden: paneNames.filter((name) => !shown.includes(name)),
    ...Object(recall(memory, "panes")),
  };
  return {
    numbers: settings.get("numbers"),
    list: { time: settings.get("time") },
    // panes are parted as they were left in whichever capture
    ...(!place && { ...last, parted: undefined }),
    flow: { notation: settings.get("notation"), ...Object(recall(memory, "flow")) },
    ...known,
    ...(place && stateAt(place, known.hidden)),
  };
}

function stateAt({ packet, flow, filter }: Place, hidden: unknown): object {
  const place = { ...(packet !== undefined && { packet }), ...(filter !== undefined && { filter }) };
  if (!flow) return place;
  return { ...place, tab: "flow", hidden: Array.isArray(hidden) ? hidden.filter((name) => name !== "flow") : [] };
}
