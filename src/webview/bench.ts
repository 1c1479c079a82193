import { html, nothing, type TemplateResult } from "lit";
import { say } from "../text/words";
import { type EditorState, freshState, type PaneName, type PartName, paneNames } from "../view/onScreen/editorState";
import { words } from "./language";
import { onTabKey } from "./tabs";

/** The panes that are arranged on the bench, and what remembers their arrangement. */
export interface Bench {
  readonly view: EditorState;
  /** Pixels that are enough for all rows of the list. */
  readonly enoughForList: number;
  remember(change: Partial<EditorState>): void;
  packets(): TemplateResult;
  pane(name: PaneName): TemplateResult;
  /** The title above the panes of the selected packet. */
  packetTitle(): TemplateResult;
}

/** How panes are arranged: all of them, or one at a time below the list or beside it, as tabs. */
export type Arrangement = "wide" | "narrow" | "low";

/** In a narrower editor the flow would be cut off beside the list; in a lower one nothing would be left for a pane below. In pixels. */
const narrowest = 920;
const lowest = 400;
/** The least width for a pane beside the list, in pixels. */
const leastBeside = 600;

export function arrangementFor(width: number, height: number): Arrangement {
  if (height < lowest && width >= leastBeside) return "low";
  return width < narrowest ? "narrow" : "wide";
}

type Sides = Readonly<Record<"first" | "second", TemplateResult | false>>;

export const showsPane = ({ hidden }: EditorState, name: PaneName) => !hidden.includes(name);

export const benchAs: Readonly<Record<Arrangement, (bench: Bench) => TemplateResult>> = {
  wide: wideBench,
  // a short list leaves the rest of its room to the pane below it
  narrow: (bench) => split(bench, "narrow", "rows", { first: bench.packets(), second: tabbedPanes(bench) }, bench.enoughForList),
  low: (bench) => split(bench, "columns", "columns", { first: bench.packets(), second: tabbedPanes(bench) }),
};

/** The list with the selected packet below it; beside them the flow with the headers below it. */
function wideBench(bench: Bench): TemplateResult {
  const shown = (name: PaneName) => showsPane(bench.view, name) && section(bench, name);
  const [flow, detail, bytes, header] = paneNames.map(shown);
  const packet =
    (detail || bytes) &&
    html`<section class="packet" aria-label=${words.messages["editor.packet"]}>
      ${bench.packetTitle()} ${split(bench, "detail", "columns", { first: detail, second: bytes })}
    </section>`;
  const left = split(bench, "rows", "rows", { first: bench.packets(), second: packet });
  const right = (flow || header) && split(bench, "right", "rows", { first: flow, second: header });
  return split(bench, "columns", "columns", { first: left, second: right });
}

/** The panes as tabs, one at a time. */
function tabbedPanes(bench: Bench): TemplateResult {
  const { tab } = bench.view;
  return html`<section class="packet" aria-label=${words.messages["editor.packet"]}>
    <div class="tabs">
      <div role="tablist" aria-label=${words.messages["editor.panes"]} @keydown=${onTabKey}>
        ${paneNames.map(
          (name) =>
            html`<button
              role="tab"
              id=${`tab-${name}`}
              aria-selected=${name === tab}
              aria-controls="tab-panel"
              tabindex=${name === tab ? 0 : -1}
              @click=${() => bench.remember({ tab: name })}
            >
              ${words.messages[`editor.${name}`]}
            </button>`,
        )}
      </div>
      ${tab === "flow" ? nothing : bench.packetTitle()}
    </div>
    <div class="slot" role="tabpanel" id="tab-panel" aria-labelledby=${`tab-${tab}`}>${bench.pane(tab)}</div>
  </section>`;
}

function section(bench: Bench, name: PaneName): TemplateResult {
  return html`<section class=${name} aria-label=${words.messages[`editor.${name}`]}>${bench.pane(name)}</section>`;
}

function split(
  { view, remember }: Bench,
  name: PartName,
  kind: "columns" | "rows",
  { first, second }: Sides,
  enough = Number.POSITIVE_INFINITY,
): TemplateResult {
  const isMoved = view.parted[name] !== freshState.parted[name];
  const slot = (side: keyof Sides, content: TemplateResult | false) =>
    content ? html`<div slot=${side} class="slot">${content}</div>` : nothing;
  return html`<wirenote-split
    kind=${kind}
    .share=${view.parted[name]}
    .enough=${isMoved ? Number.POSITIVE_INFINITY : enough}
    .lacksFirst=${!first}
    .lacksSecond=${!second}
    name=${words.messages[`editor.part.${name}`]}
    @parted=${(event: CustomEvent<number>) => {
      event.stopPropagation();
      remember({ parted: { ...view.parted, [name]: event.detail } });
    }}
  >
    ${slot("first", first)}${slot("second", second)}
  </wirenote-split>`;
}

const icons: Readonly<Record<PaneName, string>> = {
  flow: "git-compare",
  detail: "list-tree",
  bytes: "file-binary",
  header: "table",
};

/** A switch for each pane, in the toolbar. */
export function paneSwitches(view: EditorState, toggle: (name: PaneName) => void): TemplateResult {
  return html`<div class="views" role="group" aria-label=${words.messages["editor.panes"]}>
    ${paneNames.map((name) => {
      const isShown = showsPane(view, name);
      const text = say(words, isShown ? "editor.hide" : "editor.show", { pane: words.messages[`editor.${name}`] });
      return html`<vscode-toolbar-button
        icon=${icons[name]}
        label=${text}
        title=${text}
        toggleable
        .checked=${isShown}
        @click=${() => toggle(name)}
      ></vscode-toolbar-button>`;
    })}
  </div>`;
}
