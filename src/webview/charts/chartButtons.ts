import { html } from "lit";
import { words } from "../language";
import { toolButton } from "../toolButton";

/** What the buttons above a chart do. */
export interface ChartActions {
  zoomBy(step: 1 | -1): void;
  showWhole(): void;
  copyPicture(): void;
  export(): void;
}

/** `whole` is the label of the button that shows the whole time. */
export function chartButtons(act: ChartActions, whole: string) {
  const { messages } = words;
  return html`<span class="buttons">
    ${toolButton("zoomOut", "zoom-out", messages["flowPane.zoomOut"], () => act.zoomBy(-1))}
    ${toolButton("zoomIn", "zoom-in", messages["flowPane.zoomIn"], () => act.zoomBy(1))}
    ${toolButton("wholeChart", "screen-full", whole, () => act.showWhole())}
    ${toolButton("copyChart", "device-camera", messages["flowPane.copyChart"], () => act.copyPicture())}
    ${toolButton("exportChart", "export", messages["flowPane.exportChart"], () => act.export())}
  </span>`;
}
