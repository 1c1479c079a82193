import { html, type TemplateResult } from "lit";
import { chartKinds, chartSenders } from "../../view/onScreen/chartLook";
import { type FlowLook, flowNotations, flowTabs, flowTimes } from "../../view/onScreen/flowLook";
import { streamDirections, streamFormats } from "../../view/onScreen/streamLook";
import { chartButtons } from "../charts/chartButtons";
import { words } from "../language";
import { onTabKey } from "../tabs";
import { toolButton } from "../toolButton";

/** What the tools above a flow do. */
export interface FlowActions {
  change(look: Partial<FlowLook>): void;
  zoomBy(step: 1 | -1): void;
  zoomChartBy(step: 1 | -1): void;
  wholeChart(): void;
  copyPicture(): void;
  export(): void;
  saveStream(): void;
}

const choices = {
  notation: flowNotations,
  time: flowTimes,
  chart: chartKinds,
  sender: chartSenders,
  direction: streamDirections,
  format: streamFormats,
} as const;

/** The tools: which view, of which connections, how it is drawn, and what can be done with it. */
export function flowTools(look: FlowLook, scope: TemplateResult | undefined, act: FlowActions) {
  return html`<div class="tools">
    ${tabs(look, act)} ${scope}
    <div class="ofTab">${toolsOf[look.tab](look, act)}</div>
  </div>`;
}

const toolsOf: Readonly<Record<FlowLook["tab"], (look: FlowLook, act: FlowActions) => unknown>> = {
  ladder: (look, act) => html`${drawingChoices(look, act)}
    <span class="buttons">
      ${button("zoomOut", "zoom-out", () => act.zoomBy(-1))} ${button("zoomIn", "zoom-in", () => act.zoomBy(1))}
      ${button("copyPicture", "device-camera", act.copyPicture)} ${button("export", "export", act.export)}
    </span>`,
  diagram: exportAlone,
  window: exportAlone,
  charts: (look, act) => html`${choice("chart", look, act)} ${choice("sender", look, act)}
    ${chartButtons({ ...act, zoomBy: act.zoomChartBy, showWhole: act.wholeChart }, words.messages["flowPane.wholeChart"])}`,
  stream: (look, act) => html`${choice("direction", look, act)} ${choice("format", look, act)}
    <span class="buttons">${button("saveStream", "save", act.saveStream)}</span>`,
};

function exportAlone(_look: FlowLook, act: FlowActions) {
  return html`<span class="buttons">${button("export", "export", act.export)}</span>`;
}

function tabs(look: FlowLook, { change }: FlowActions) {
  return html`<div class="tabs" role="tablist" aria-label=${words.messages["flowPane.tabs"]} @keydown=${onTabKey}>
    ${flowTabs.map((tab) => {
      const isOn = tab === look.tab;
      return html`<button role="tab" aria-selected=${isOn} tabindex=${isOn ? 0 : -1} @click=${() => change({ tab })}>
        ${words.messages[`flowPane.${tab}`]}
      </button>`;
    })}
  </div>`;
}

function drawingChoices(look: FlowLook, act: FlowActions) {
  const onFolds = (event: Event) => act.change({ folds: (event.target as HTMLInputElement).checked });
  return html`${choice("notation", look, act)} ${choice("time", look, act)}
    <label><input type="checkbox" .checked=${look.folds} @change=${onFolds} /> ${words.messages["flowPane.folds"]}</label>`;
}

function choice<Name extends keyof typeof choices>(name: Name, look: FlowLook, { change }: FlowActions) {
  const choose = (event: Event) => change({ [name]: (event.target as HTMLSelectElement).value });
  const options: readonly (typeof choices)[Name][number][] = choices[name];
  return html`<select aria-label=${words.messages[`flowPane.${name}`]} title=${words.messages[`flowPane.${name}`]} @change=${choose}>
    ${options.map((option) => {
      const text = words.messages[`flowPane.${name}.${option}` as "flowPane.time.even"];
      return html`<option value=${option} ?selected=${look[name] === option}>${text}</option>`;
    })}
  </select>`;
}

type ToolName = "zoomIn" | "zoomOut" | "copyPicture" | "export" | "saveStream";

const button = (name: ToolName, icon: string, onClick: () => void) =>
  toolButton(name, icon, words.messages[`flowPane.${name}`], onClick);
