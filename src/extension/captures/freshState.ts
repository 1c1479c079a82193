import * as vscode from "vscode";
import { paneNames } from "../../view/onScreen/editorState";
import type { Place } from "./captureOpening";
import { type EditorMemory, recall } from "./editorHost";

/**
 * What a capture that was never looked at begins with: the settings, the panes and the look of flows as they were left last in this
 * workspace; and where somebody wants to look.
 */
export function freshState(capture: vscode.Uri, memory: EditorMemory, place: Place | undefined): object {
  const settings = vscode.workspace.getConfiguration("wirenote.capture", capture);
  const shown = settings.get<readonly string[]>("panes", paneNames);
  const known: { readonly hidden: unknown } = {
    hidden: paneNames.filter((name) => !shown.includes(name)),
    ...Object(recall(memory, "panes")),
  };
  return {
    numbers: settings.get("numbers"),
    list: { time: settings.get("time") },
    flow: { notation: settings.get("notation"), ...Object(recall(memory, "flow")) },
    ...known,
    ...(place && stateAt(place, known.hidden)),
  };
}

function stateAt({ packet, flow }: Place, hidden: unknown): object {
  if (!flow) return { packet };
  return { packet, tab: "flow", hidden: Array.isArray(hidden) ? hidden.filter((name) => name !== "flow") : [] };
}
