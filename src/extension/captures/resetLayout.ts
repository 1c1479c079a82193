import type { MemoryKey } from "../../engine/pageContract";
import type { CaptureViews } from "./captureViews";
import { type EditorMemory, remember } from "./editorHost";
import { freshState } from "./freshState";

/** What makes up the layout. Filters do not: they are a person's work. */
const forgotten = ["columns", "panes", "flow"] as const satisfies readonly MemoryKey[];

/** Shows all captures as in a new workspace, as Wireshark's *Reset Layout* does: packets and filters stay where they are. */
export async function resetLayout(views: CaptureViews, memory: EditorMemory): Promise<void> {
  for (const key of forgotten) await remember(memory, key, undefined);
  for (const view of views.all) {
    const fresh = freshState(view.document.uri, memory, { last: undefined, place: undefined });
    views.whenSeen(view, () => view.command("resetLayout", fresh));
  }
}
