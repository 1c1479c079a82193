import * as vscode from "vscode";
import { LeftEngine } from "../../../engine/startWorker.node";
import { wordsFor } from "../../../text/languages";
import { formatQuantity } from "../../../text/quantity";
import { say } from "../../../text/words";
import type { CaptureView, CaptureViews } from "../captureViews";
import { hindranceOf } from "./hindrance";
import { mostAtOnce } from "./pieceSinks";

/** What a person is told whose packets were not saved. */
export async function failureOf(error: unknown, view: CaptureView, views: CaptureViews): Promise<string> {
  const words = wordsFor(vscode.env.language);
  const { messages } = words;
  if (error instanceof LeftEngine) return messages[views.isOpen(view) ? "save.readAgain" : "save.closed"];
  const hindrance = hindranceOf(error);
  if (hindrance) return say(words, `save.hindered.${hindrance}`, { most: formatQuantity(mostAtOnce, "bytes") });
  if ((await view.document.fileFate()) !== "same") return messages["save.changed"];
  const [reason] = (error instanceof Error ? error.message : String(error)).replace(/^(Error: )+/, "").split("\n");
  return say(words, "save.failed", { reason });
}
