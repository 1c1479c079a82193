import * as vscode from "vscode";
import type { CaptureView, CaptureViews } from "./captureViews";

/** Where a capture is to be looked at. */
export interface Place {
  /** The packet's number. */
  readonly packet?: number;
  /** Whether the flow of its connection is to be seen. */
  readonly flow?: boolean;
  /** What is to be listed. */
  readonly filter?: string;
  /** Where it opens; if nobody says so, beside what is looked at. */
  readonly column?: vscode.ViewColumn;
}

/** Opens captures at one of their packets, or shows it where they are open already. */
export class CaptureOpening {
  /** For captures that are just being opened. */
  private readonly places = new Map<string, Place>();

  constructor(private readonly views: CaptureViews) {}

  async open(capture: vscode.Uri, place: Place): Promise<void> {
    const known = this.views.of(capture);
    if (known) return this.views.reveal(known, () => lookAt(known, place));
    if (place.packet !== undefined || place.filter !== undefined) this.places.set(capture.toString(), place);
    await vscode.commands.executeCommand(
      "vscode.openWith",
      capture,
      "wirenote.capture",
      place.column ?? vscode.ViewColumn.Beside,
    );
  }

  /** Where a capture that is being opened is to begin; nothing where nobody said so. */
  take(capture: vscode.Uri): Place | undefined {
    const place = this.places.get(capture.toString());
    this.places.delete(capture.toString());
    return place;
  }
}

function lookAt(view: CaptureView, { packet, flow, filter }: Place): void {
  if (filter !== undefined) view.command("showOnly", filter);
  if (packet !== undefined) view.command(flow ? "showFlow" : "goToPacket", packet);
}
