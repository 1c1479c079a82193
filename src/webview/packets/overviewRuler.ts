import { css, html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { NeighbourKind } from "../../engine/contract/list";
import { allOfPart } from "../../view/onScreen/listOverview";
import { engine } from "../host";

/** The kinds of packets that the ruler tells apart. */
type RulerKind = Extract<NeighbourKind, "problem" | "connection" | "mark">;

/** The height of each part of the list on the ruler, in pixels. */
const partHeight = 2;

/**
 * The strip behind the scroll bar, as in VS Code's editors. It shows where in the whole list there is trouble, and how much; which packets
 * are marked by hand; and where the selected packet and its connection are.
 */
@customElement("wirenote-overview-ruler")
export class OverviewRuler extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      pointer-events: none;
    }
    svg {
      display: block;
    }
    .problem {
      fill: var(--vscode-charts-red);
    }
    .connection {
      fill: var(--vscode-charts-blue);
    }
    .mark {
      fill: var(--vscode-charts-orange);
    }
    .selected {
      fill: var(--vscode-foreground);
    }
  `;

  /** How many rows the list has; 0 if nothing is to be shown. */
  @property({ type: Number }) count = 0;
  /** A text that changes when other packets are listed, or in another order. */
  @property() listed = "";
  /** A number that changes when other packets are marked by hand. */
  @property({ type: Number }) markingVersion = 0;
  @property({ type: Number }) selected = 0;
  @property({ type: Number }) stream = -1;
  /** The place of the selected packet; -1 if it is not listed. */
  @property({ type: Number }) place = -1;
  @state() private height = 0;
  @state() private readonly found: Record<RulerKind, Uint8Array> = {
    problem: new Uint8Array(0),
    connection: new Uint8Array(0),
    mark: new Uint8Array(0),
  };
  private readonly sizes = new ResizeObserver(([{ contentRect }]) => {
    this.height = contentRect.height;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    const { count, height, place, found } = this;
    if (count === 0 || height === 0) return nothing;
    const at = (place / count) * height;
    return html`<svg width="12" height=${height} aria-hidden="true">
      ${drawn("connection", found.connection, height)} ${drawn("problem", found.problem, height)}
      ${drawn("mark", found.mark, height)}
      ${place < 0 ? nothing : svg`<path class="selected" d=${`M0 ${at}h12v${partHeight}h-12z`}></path>`}
    </svg>`;
  }

  override willUpdate(changed: PropertyValues): void {
    const isOther = changed.has("count") || changed.has("listed") || changed.has("height");
    if (isOther) void this.look("problem");
    if (isOther || changed.has("stream")) void this.look("connection");
    if (isOther || changed.has("markingVersion")) void this.look("mark");
  }

  /** What the answer depends on. */
  private asked(kind: RulerKind): string {
    const { count, listed, height, stream, markingVersion } = this;
    const own = { problem: 0, connection: stream, mark: markingVersion }[kind];
    return JSON.stringify([count, listed, height, own]);
  }

  private async look(kind: RulerKind): Promise<void> {
    const asked = this.asked(kind);
    const parts = Math.floor(this.height / partHeight);
    if (this.count === 0 || parts === 0) return;
    const found = await engine.overview(kind, this.selected, parts);
    if (asked !== this.asked(kind)) return;
    this.found[kind] = found;
    this.requestUpdate();
  }
}

/** Kinds stand beside each other, at so many pixels from the left. The width tells few problems from many; for other kinds it is fixed. */
const columns: Readonly<Record<RulerKind, { readonly left: number; readonly least: number; readonly most: number }>> = {
  connection: { left: 0, least: 4, most: 4 },
  mark: { left: 0, least: 12, most: 12 },
  problem: { left: 6, least: 2, most: 6 },
};

/** How wide a part is drawn with such a share of a kind. Small shares are easier to tell apart than large ones. */
function widthOf(kind: RulerKind, share: number): number {
  const { least, most } = columns[kind];
  return share === 0 ? 0 : Math.round(least + (most - least) * Math.sqrt(share / allOfPart));
}

/** Draws a kind, but not a connection that is everywhere, which says nothing. */
function drawn(kind: RulerKind, found: Uint8Array, height: number) {
  if (kind === "connection" && found.every((has) => has !== 0)) return nothing;
  const { left } = columns[kind];
  let path = "";
  for (let from = 0, to = 0; from < found.length; from = to) {
    const width = widthOf(kind, found[from]);
    for (to = from + 1; to < found.length && widthOf(kind, found[to]) === width; ) to += 1;
    const [top, bottom] = [from, to].map((part) => (part / found.length) * height);
    if (width > 0) path += `M${left} ${top}h${width}v${Math.max(partHeight, bottom - top)}h-${width}z`;
  }
  return svg`<path class=${kind} d=${path}></path>`;
}
