import { SegmentBatch, SegmentFact, SegmentOption, SegmentWord, unknownLength } from "../decode/segmentBatch";
import { tcpFlag } from "../protocols/tcp";
import { ConnectionWord, sideAt } from "./connectionTable";
import { follow } from "./follow";
import { SideWord } from "./side";
import { ConnectionTracker } from "./tracker";

/** What a side has said, in the words of the rules. */
type Side = Readonly<Record<"base" | "next" | "lastAck" | "window", number>>;
/** How a segment differs from one that acknowledges everything and carries nothing. */
type Said = Partial<Record<"seq" | "ack" | "length" | "window" | "flags" | "options" | "facts", number>>;
/** What may come next, given what both sides have said. */
type Turn = (me: Side, peer: Side) => Said;

const { SYN, ACK, FIN, RST, PSH } = tcpFlag;
const cookieAndData: Said = { facts: SegmentFact.hasFastOpenCookie, length: 10 };

const syn: Turn = ({ next }) => ({ seq: next, flags: SYN, options: SegmentOption.hasShift, ...cookieAndData });
const synAck: Turn = () => ({ flags: SYN | ACK, options: SegmentOption.hasShift });
const synAckOfSynAlone: Turn = (_, { base }) => ({ flags: SYN | ACK, ack: base + 1 });
const data: Turn = () => ({ length: 100, flags: ACK | PSH });
const behindGap: Turn = ({ next }) => ({ seq: next + 100, length: 100 });
const again: Turn = ({ next }) => ({ seq: next - 100, length: 100 });
const nextWanted: Turn = (_, { lastAck }) => ({ seq: lastAck, length: 100 });
const all: Turn = () => ({});
const theSame: Turn = ({ lastAck, window }) => ({ ack: lastAck, window });
const closed: Turn = ({ lastAck }) => ({ ack: lastAck, window: 0 });
const full: Turn = ({ next }, { lastAck, window }) => ({ length: Math.max(1, lastAck + window - next) });
const probe: Turn = () => ({ length: 1 });
const keepAlive: Turn = ({ next }) => ({ seq: next - 1 });

/** The sides take turns: each inner list is what one of them says in a row. */
type Scene = readonly (readonly Turn[])[];

const openings: readonly Scene[] = [
  [[syn], [synAck]],
  [[syn], [synAckOfSynAlone]],
  [[data], [all]],
];
const scenes: readonly Scene[] = [
  [[data], [all]],
  [[data, () => ({ length: 50 })], [theSame, theSame, theSame, theSame], [nextWanted]],
  [[behindGap], [theSame], [again], [all]],
  [[again]],
  [[({ next }) => ({ seq: next - 50, length: 100 })]],
  [[(_, { lastAck }) => ({ seq: lastAck - 100, length: 100 })]],
  [[({ lastAck }) => ({ ack: lastAck - 10 })]],
  [[(_, { next }) => ({ ack: next + 100 })]],
  [[closed], [probe], [closed], [data], [({ lastAck, window }) => ({ ack: lastAck, window: window + 1 })]],
  [[full], [all]],
  [[keepAlive], [theSame], [({ next }) => ({ seq: next - 1, length: 1 })], [theSame]],
  [[({ base }) => ({ seq: base, flags: SYN | ACK, ...cookieAndData })]],
  [[({ next }) => ({ seq: next + 5000, flags: SYN })], [synAck]],
  [[() => ({ flags: FIN | ACK })], [all]],
  [[() => ({ flags: RST | ACK })]],
  [[() => ({ options: SegmentOption.hasSack })]],
  [[() => ({ options: SegmentOption.hasMultipath | (1 << SegmentOption.operationsBit) })], [theSame]],
  [[() => ({ options: SegmentOption.hasAccurateEcn })]],
  [[() => ({ options: SegmentOption.isBogus })]],
  [[() => ({ length: unknownLength })]],
];

const scenesOfConnection = 80;
/** Nanoseconds between two segments: below and above the limits in the rules, and backwards, as some clocks go. */
const pauses = [1e3, 2e6, 30e6, -1e6];
/** As a large capture has them. */
const manyConnections = 1 << 11;

let marks: number | undefined;

/**
 * Follows made-up connections in which everything happens, and says which marks their segments had. A JavaScript engine makes
 * quick code for what it has seen so far, and throws it away where something new comes. That costs twenty milliseconds each time, and
 * a long capture has something new to show again and again. After one rehearsal nothing is new.
 */
export function rehearse(): number {
  marks ??= play();
  return marks;
}

function play(): number {
  const stage = new Stage();
  for (const opening of openings) {
    stage.open(opening);
    for (let scene = 0; scene < scenesOfConnection; scene += 1) stage.play(scenes[stage.draw(scenes.length)], stage.draw(2));
  }
  return stage.seen;
}

class Stage {
  /** All marks so far. */
  seen = 0;
  private readonly tracker = new ConnectionTracker();
  private readonly batch = new SegmentBatch(1);
  private readonly rows = {
    flow: new Int32Array(1),
    seq: new Uint32Array(1),
    ack: new Uint32Array(1),
    marks: new Uint32Array(1),
  };
  private packet = 0;
  private time = 1e9;
  private port = 1;
  private chance = 0x9e3779b9;

  constructor() {
    this.batch.count = 1;
    this.tracker.table.reserve(manyConnections);
  }

  /** Numbers that look like chance and are the same each time (xorshift; Marsaglia, 2003). */
  draw(count: number): number {
    this.chance ^= this.chance << 13;
    this.chance ^= this.chance >>> 17;
    this.chance ^= this.chance << 5;
    return (this.chance >>> 0) % count;
  }

  /** Between two that have not spoken before. */
  open(opening: Scene): void {
    this.port += 1;
    this.play(opening, 0);
  }

  play(scene: Scene, first: number): void {
    scene.forEach((turns, index) => {
      for (const turn of turns) this.say((first + index) & 1, turn);
    });
  }

  private say(speaker: number, turn: Turn): void {
    const { batch, rows, tracker } = this;
    const [me, peer] = [this.side(speaker), this.side(1 - speaker)];
    this.time += pauses[this.draw(pauses.length)];
    this.write(speaker, { seq: me.next, ack: peer.next, window: 1000, flags: ACK, ...turn(me, peer) });
    follow(batch, tracker, rows, { firstRow: this.packet });
    this.seen |= rows.marks[0];
    this.packet += 1;
  }

  private side(speaker: number): Side {
    const { words, count } = this.tracker.table;
    const latest = (count - 1) * ConnectionWord.size;
    // who spoke first has the port that changes
    if (count === 0 || words[latest + ConnectionWord.ports] >>> 16 !== this.port) return silent;
    const at = sideAt((count - 1) * 2 + speaker);
    const [base, next] = [words[at + SideWord.base], words[at + SideWord.next]];
    return { base, next, lastAck: words[at + SideWord.lastAck], window: words[at + SideWord.window] };
  }

  private write(speaker: number, said: Said): void {
    const { words, seconds } = this.batch;
    words.fill(0);
    words[SegmentWord.packet] = this.packet;
    words[SegmentWord.source] = speaker;
    words[SegmentWord.destination] = 1 - speaker;
    words[SegmentWord.ports] = speaker === 0 ? (this.port << 16) | 1 : (1 << 16) | this.port;
    words[SegmentWord.nanoseconds] = this.time % 1e9;
    for (const key of ["seq", "ack", "flags", "window", "length", "options", "facts"] as const)
      words[SegmentWord[key]] = said[key] ?? 0;
    seconds[0] = Math.floor(this.time / 1e9);
  }
}

const silent: Side = { base: 1000, next: 1000, lastAck: 0, window: 1000 };
