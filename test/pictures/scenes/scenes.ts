import { captureScenes } from "./captureScenes";
import { chartScenes } from "./chartScenes";
import { filterScenes } from "./filterScenes";
import { flowScenes } from "./flowScenes";
import { listScenes } from "./listScenes";
import { noteScenes } from "./noteScenes";
import { savingScenes } from "./savingScenes";
import type { Scene } from "./scene";
import { streamScenes } from "./streamScenes";

export const scenes: readonly Scene[] = [
  ...captureScenes,
  ...listScenes,
  ...filterScenes,
  ...flowScenes,
  ...chartScenes,
  ...streamScenes,
  ...noteScenes,
  ...savingScenes,
];
