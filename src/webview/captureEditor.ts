import "@vscode-elements/elements/dist/vscode-icon/index.js";
import "@vscode-elements/elements/dist/vscode-toolbar-button/index.js";
import "./filter/filterBox";
import "./packet/packetPanes";
import "./split";
import "./workStrip";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { PacketDetail } from "../engine/contract/packets";
import type { CaptureSummary } from "../engine/contract/reading";
import { say } from "../text/words";
import { type EditorState, type PaneName, readFreshState, withLayoutOf } from "../view/onScreen/editorState";
import { withReferenceToggled } from "../view/onScreen/listState";
import { keysAround, nodeOf } from "../view/onScreen/treeRows";
import { type Arrangement, arrangementFor, type Bench, benchAs, paneSwitches, showsPane } from "./bench";
import { buttonStyles } from "./buttons";
import type { OverTime } from "./charts/overTime";
import { choiceStyles } from "./choice";
import { onCommands } from "./commands";
import type { ConnectionList } from "./connections/connectionList";
import { passContextOn } from "./contextMenu";
import { Copying } from "./copying";
import { editorStyles } from "./editorStyles";
import { enoughForList } from "./enoughForList";
import { alsoFilter } from "./filter/alsoFilter";
import type { FilterBox } from "./filter/filterBox";
import { FindingPanes } from "./find/findingPanes";
import { flowOfSelected } from "./flow/flowOfSelected";
import { engine, host, keepState, keptState, onFate, onMarked, onNotes, onProgress, tellLook } from "./host";
import { keyboardBack } from "./keyboardBack";
import { KeyboardHolder } from "./keyboardHolder";
import { words } from "./language";
import { listing } from "./listing";
import { Marking } from "./marking";
import { isEmpty, nothingToShow, nothingToShowStyles } from "./nothingToShow";
import { FateOfFile, notices } from "./notices";
import { numberChoice } from "./numberChoice";
import { fieldCommands } from "./packet/fieldCommands";
import { packetPane } from "./packet/packetPanes";
import { PacketNotes } from "./packetNotes";
import type { HeadChange } from "./packets/headMenu";
import { ListArrangement } from "./packets/listArrangement";
import type { PacketList } from "./packets/packetList";
import { timeChoice } from "./packets/timeChoice";
import { rowHeightIn, sizesOfList } from "./rows/listScroll";
import { type Choice, Selection } from "./selection";
import { StandingOfSelected } from "./standingOfSelected";
import { tabStyles } from "./tabs";
import type { TroubleList } from "./trouble/troubleList";
import { unseenStyles } from "./unseen";

/** The editor: packets and their connection's flow above, the selected packet's detail, bytes and headers below. */
@customElement("wirenote-editor")
export class CaptureEditor extends LitElement implements Bench {
  static override readonly styles = [tabStyles, unseenStyles, editorStyles, choiceStyles, buttonStyles, nothingToShowStyles];

  @state() private summary: CaptureSummary | undefined;
  @state() private pointed = "";
  @state() view: EditorState = keptState();
  /** How many packets the filter shows; missing where there is none. */
  @state() private shown: number | undefined;
  /** How often a filter has been applied: the same filter may show other packets later. */
  @state() private filtering = 0;
  /** Whether the filter shows the selected packet. */
  @state() private isListed = true;
  @state() private arrangement: Arrangement = "wide";
  @query("wirenote-packet-list") private readonly packetList!: PacketList | null;
  @query("wirenote-connection-list") private readonly connectionList!: ConnectionList | null;
  @query("wirenote-trouble-list") private readonly troubleList!: TroubleList | null;
  @query("wirenote-over-time") private readonly overTime!: OverTime | null;
  @query("wirenote-filter-box") private readonly filterBox!: FilterBox;
  private restoring = this.view.packet > 0;
  private stopCommands: (() => void) | undefined;
  private readonly copying = new Copying(this);
  private readonly finding = new FindingPanes(
    this,
    () => this.packetList,
    () => this.remember({ listed: "packets" }),
  );
  private readonly keyboard = new KeyboardHolder(this, () => this.seenList);
  private readonly list = new ListArrangement(this, host, engine);
  private readonly file = new FateOfFile(this, host, onFate);
  private readonly notes = new PacketNotes(this, host, onNotes);
  private readonly marking = new Marking(this, engine, onMarked, {
    kept: () => this.view.marked,
    keep: (marked) => this.remember({ marked }),
    selected: () => this.selection.number,
    filter: () => this.view.filter,
    filterAgain: () => this.filterBox.applyAgain(),
  });
  private readonly standing = new StandingOfSelected(this, engine);
  private readonly selection = new Selection(this, engine, {
    row: ({ number }) => {
      this.remember({ packet: number });
      void this.standing.find(number);
    },
    detail: (detail) => this.keepField(detail),
  });
  private readonly sizes = new ResizeObserver(([entry]) => {
    this.arrangement = arrangementFor(entry.contentRect.width, entry.contentRect.height);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.addEventListener("contextmenu", passContextOn);
    this.keyboard.connect();
    this.stopCommands = onCommands({
      ...fieldCommands(() => ({
        number: this.selection.number,
        detail: this.selection.shown?.detail,
        key: this.view.field,
        numbers: this.view.numbers,
        filter: this.view.filter,
        filterBox: this.filterBox,
        cellText: async (cell) => this.packetList?.cellText(cell) ?? "",
        addColumn: (name) => void this.list.addField(name),
      })),
      chooseColumn: () => void this.list.addField(),
      savePackets: (packet) => void keyboardBack().then(() => host.savePackets(packet ?? this.selection.number)),
      ...this.marking.commands,
      toggleTimeReference: (packet) => this.arrange(withReferenceToggled(this.view.list, packet ?? this.selection.number)),
      explainField: () => this.renderRoot.querySelector<HTMLElement>("wirenote-meaning")?.focus(),
      copy: () => void this.copying.copy(this.packetList),
      toggleFlow: () => this.toggle("flow"),
      toggleDetail: () => this.toggle("detail"),
      toggleBytes: () => this.toggle("bytes"),
      toggleHeader: () => this.toggle("header"),
      resetLayout: (fresh) => this.resetLayout(readFreshState(fresh)),
      switchNumbers: () => this.remember({ numbers: this.view.numbers === "raw" ? "relative" : "raw" }),
      goToPacket: (number) => this.goTo(number),
      showFlow: (number) => {
        this.showFlow();
        this.goTo(number);
      },
      showOnly: (filter) => void this.listOnly(filter),
      showConnections: () => this.remember({ listed: "connections" }),
      showTrouble: () => this.remember({ listed: "trouble" }),
      showOverTime: () => this.remember({ listed: "overTime" }),
      ...this.finding.commands,
      showCharts: () => this.showFlow("charts"),
      followStream: () => this.showFlow("stream"),
    });
    onProgress((summary) => this.take(summary));
    void engine.summary().then((summary) => this.take(summary));
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    this.stopCommands?.();
    this.keyboard.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    const { summary } = this;
    if (summary && isEmpty(summary)) return nothingToShow(summary);
    return html`
      <div>
        ${
          summary && !summary.complete
            ? html`<wirenote-work .label=${say(words, "editor.loading", { percent: Math.floor(summary.read * 100) })} .share=${summary.read} @given-up=${() => void engine.stopReading()}></wirenote-work>`
            : nothing
        }
        ${notices(summary, this.file.fate)}
      </div>
      ${this.toolbar()}
      <main class=${this.arrangement}>${benchAs[this.arrangement](this)}</main>
      <div class="unseen" role="status">${this.marking.outcome ?? (this.selection.row ? say(words, "editor.selectedPacket", this.selection.row) : "")}</div>
    `;
  }

  readonly remember = (change: Partial<EditorState>): void => {
    this.view = { ...this.view, ...change };
    keepState(this.view);
    if (change.flow) void host.remember("flow", change.flow);
    if (change.hidden || change.parted) void host.remember("panes", { hidden: this.view.hidden, parted: this.view.parted });
  };

  packets(): TemplateResult {
    const { view, summary, shown, selection } = this;
    return listing({
      ...{ view, summary, shown },
      filtering: this.filtering,
      markingVersion: this.marking.version,
      look: this.list.look(view.numbers, view.list),
      columns: this.list.columns,
      heads: this.list.heads,
      notes: this.notes.byPacket,
      selected: selection.number,
      stream: selection.row?.stream ?? -1,
      remember: this.remember,
      choose: this.onChoice,
      noteListed: (isListed) => {
        this.isListed = isListed;
      },
      arrange: (change) => this.arrange(change),
      addColumn: () => void this.list.addField(),
      narrow: () => void this.listOnly(`tcp.stream == ${selection.row?.stream ?? 0}`),
      narrowTo: (own) => void this.listOnly(alsoFilter(own, view.filter.trim())),
    });
  }

  get enoughForList(): number {
    const { seenList } = this;
    return enoughForList(this.summary, this.view.listed, seenList ? rowHeightIn(seenList) : sizesOfList.row);
  }

  private get seenList(): LitElement | null {
    const { packetList, connectionList, troubleList, overTime } = this;
    return { packets: packetList, connections: connectionList, trouble: troubleList, overTime }[this.view.listed];
  }

  /** Lists the packets that a filter shows, whatever was listed before. */
  private async listOnly(filter: string): Promise<void> {
    this.remember({ listed: "packets" });
    await this.updateComplete;
    this.packetList?.focus();
    await this.filterBox.take(filter);
  }

  packetTitle(): TemplateResult {
    const row = this.selection.shown?.row;
    const kind = row?.stream === undefined ? "other" : "segment";
    const name = row ? say(words, `editor.packet.${kind}`, row) : words.messages["editor.packet"];
    return html`<div class="title"><h2>${name}</h2><small>${this.standing.of(row)?.text}</small>${this.isListed ? nothing : html`<small class="hidden">${words.messages["editor.packet.hidden"]}</small>`}</div>`;
  }

  pane(name: PaneName): TemplateResult {
    if (name === "flow") return this.flow();
    const { shown } = this.selection;
    if (!shown) return this.noPacketYet();
    return packetPane(name, {
      ...{ detail: shown.detail, number: shown.row.number, view: this.view, pointed: this.pointed },
      notes: this.notes.byPacket.get(shown.row.number) ?? [],
      isNamed: this.isTabbed,
      // there is more room for the meaning below the bytes than below the tree
      hasMeaning: name === "bytes" || (name === "detail" && (this.isTabbed || !showsPane(this.view, "bytes"))),
      choose: (key) => this.selectField(key),
      point: (key) => {
        this.pointed = key;
      },
      opened: (open) => this.remember({ open }),
    });
  }

  /** While packets are on their way nothing is said. */
  private noPacketYet(): TemplateResult {
    return html`<p class="empty">${this.selection.number > 0 || !this.summary ? "" : words.messages["editor.noPacket"]}</p>`;
  }

  private toolbar() {
    const { view, summary } = this;
    return html`<div class="toolbar" role="toolbar" aria-label=${words.messages["editor.toolbar"]}>
      <wirenote-filter-box
        .expression=${view.filter}
        .isReady=${summary?.complete ?? false}
        .packets=${summary?.packets ?? 0}
        @filtered=${({ detail }: CustomEvent<{ expression: string; shown: number | undefined }>) => {
          this.shown = detail.shown;
          this.filtering += 1;
          this.remember({ filter: detail.expression });
        }}
      ></wirenote-filter-box>
      <div class="looks">
        ${numberChoice(view.numbers, (numbers) => this.remember({ numbers }))}
        ${timeChoice(view.list, (time) => this.arrange({ time }))}
        ${this.isTabbed ? nothing : paneSwitches(view, (name) => this.toggle(name))}
      </div>
    </div>`;
  }

  private flow() {
    const { row, number } = this.selection;
    if (!row) return this.noPacketYet();
    const { view, summary, remember } = this;
    return flowOfSelected({
      ...{ view, summary, remember },
      filter: this.shown === undefined ? "" : view.filter,
      selected: number,
      stream: row.stream ?? -1,
      markingVersion: this.marking.version,
      choose: this.onChoice,
    });
  }

  private arrange(change: HeadChange): void {
    this.remember({ list: { ...this.view.list, ...this.list.change(change) } });
  }

  /** Whether one pane is shown at a time. */
  private get isTabbed(): boolean {
    return this.arrangement !== "wide";
  }

  /** In a narrow editor, which shows one pane at a time, the pane is brought to the front instead. */
  private toggle(name: PaneName): void {
    const { hidden } = this.view;
    if (this.isTabbed) this.remember({ tab: name });
    else this.remember({ hidden: showsPane(this.view, name) ? [...hidden, name] : hidden.filter((each) => each !== name) });
  }

  private resetLayout(fresh: EditorState): void {
    this.view = withLayoutOf(fresh, this.view);
    keepState(this.view);
    this.list.reset();
  }

  private showFlow(tab = this.view.flow.tab): void {
    if (this.isTabbed || !showsPane(this.view, "flow")) this.toggle("flow");
    this.remember({ flow: { ...this.view.flow, tab } });
  }

  /** Goes to a packet, even while the one that was chosen before is still on its way. */
  private goTo(number: number): void {
    const { packets = 0, complete = false } = this.summary ?? {};
    this.restoring = number > packets && !complete;
    if (this.restoring) this.remember({ packet: number });
    else this.selection.choose(Math.min(number, packets));
  }

  private take(summary: CaptureSummary): void {
    this.summary = summary;
    if (this.restoring && (summary.complete || summary.packets >= this.view.packet)) {
      this.restoring = false;
      this.selection.choose(Math.min(this.view.packet, summary.packets));
    } else if (!this.restoring && this.selection.number === 0 && summary.packets > 0) this.selection.choose(1);
    // a connection may have closed since its standing was asked for
    else if (summary.complete && this.selection.number > 0) void this.standing.find(this.selection.number);
  }

  private readonly onChoice = (event: CustomEvent<Choice>): void => {
    this.pointed = "";
    this.selection.choose(event.detail);
  };

  private selectField(key: string): void {
    const open = [...new Set([...this.view.open, ...keysAround(key)])];
    this.remember({ field: key, open });
  }

  /** Keeps the same field selected in another packet, as far as that has it. */
  private keepField({ tree }: PacketDetail): void {
    if (nodeOf(tree, this.view.field)) return;
    const layers = tree.map(({ id }) => id);
    this.remember({ field: layers.includes("tcp") ? "tcp" : (layers.at(-1) ?? "") });
  }

  override updated(): void {
    const { summary, selection, shown, file, marking } = this;
    const standing = this.standing.of(selection.row);
    if (this.seenList?.hasUpdated) this.keyboard.settle();
    // without packets there is nothing to lose
    if (summary && isEmpty(summary) && file.fate === "changed") void host.loadAgain();
    tellLook({
      packets: summary?.packets ?? 0,
      connections: summary?.connections ?? 0,
      ...(shown !== undefined && { shown, filter: this.view.filter }),
      ...(marking.packets > 0 && { marked: marking.packets }),
      ...(selection.row && { selected: selection.row.number }),
      ...(standing && { life: standing.life }),
    });
  }
}
