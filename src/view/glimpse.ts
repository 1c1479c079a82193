import type { CapturePlace } from "../notes/capturePlace";
import { formatElapsed } from "../text/moment";
import { say, type Words } from "../text/words";
import type { FlowSum } from "./flow/sum";
import { codeSpan, escapeMarkdown, lineBreak } from "./markdown";
import type { PacketRow } from "./packetRow";
import type { Standing } from "./standing";

/** What a hover over a link to a capture shows of it. */
export interface Glimpse {
  /** How many packets and connections there are. */
  readonly packets: number;
  readonly connections: number;
  /** Why there is nothing, or where the file stopped being readable. */
  readonly problem?: string;
  /** The packet that the link names; else the first packets that its filter shows, and how many it shows. */
  readonly rows: readonly PacketRow[];
  readonly shown: number;
  /** Where the packet stands, or what became of the only connection. */
  readonly standing?: Standing;
  readonly sum?: FlowSum;
  /** What the filter asks for, in words, or what is wrong with it. */
  readonly filter?: string;
}

/** So many rows at most are shown. */
export const mostSeen = 10;

/** The hover's text in Markdown, below the name of the file. */
export function glimpseText(name: string, place: CapturePlace | undefined, glimpse: Glimpse, words: Words): string {
  const { problem } = glimpse;
  const why = problem === undefined ? [] : [`⚠ ${escapeMarkdown(problem)}`];
  const title = `**${escapeMarkdown(name)}**`;
  if (glimpse.packets === 0) return [title, ...why].join("\n\n");
  const paragraphs = place && "packet" in place ? packetText(glimpse) : listText(glimpse, words);
  return [`${title} · ${scopeText(place, glimpse, words)}`, ...paragraphs, ...why].filter(Boolean).join("\n\n");
}

function scopeText(place: CapturePlace | undefined, glimpse: Glimpse, words: Words): string {
  const { packets, connections, shown, rows, standing } = glimpse;
  if (!place) return [say(words, "glimpse.capture", { packets, connections }), standing?.life].filter(Boolean).join(" · ");
  if ("packet" in place) {
    const id = rows.length > 0 ? "glimpse.packet" : "glimpse.noPacket";
    return say(words, id, { number: place.packet, packets });
  }
  return `${codeSpan(place.filter)} · ${say(words, "glimpse.filter", { shown, packets })}`;
}

function packetText({ rows: [row], standing, sum }: Glimpse): string[] {
  if (!row) return [];
  const { source, destination, protocol, time, info } = row;
  const ends = destination ? `${source} → ${destination}` : source;
  const head = [time && `${formatElapsed(time)} s`, ends, protocol].filter((part) => part).join(" · ");
  const place = standing && [standing.text, standing.life].join(" · ");
  return [
    [escapeMarkdown(head), codeSpan(info), place].filter(Boolean).join(lineBreak),
    ...(sum?.marks.map(({ text }) => text) ?? []),
    sum ? sum.lines.map(({ text }) => escapeMarkdown(text)).join(lineBreak) : "",
  ];
}

function listText({ rows, shown, filter }: Glimpse, words: Words): string[] {
  const left = shown - rows.length;
  return [
    filter ? escapeMarkdown(filter) : "",
    rows.length > 0 ? rowTable(rows, words) : "",
    left > 0 ? say(words, "glimpse.more", { packets: left }) : "",
  ];
}

/** The rows as a table; with columns for hosts if there are more than two of them. Ports are in Info. */
function rowTable(rows: readonly PacketRow[], words: Words): string {
  const { messages } = words;
  const hasHosts = new Set(rows.flatMap(({ source, destination }) => [source, destination])).size > 2;
  const ends = (source: string, destination: string) => (hasHosts ? [source, destination] : []);
  const heads = [
    // a hover would break a longer word
    "#",
    messages["editor.columns.time"],
    ...ends(messages["editor.columns.source"], messages["editor.columns.destination"]),
    messages["editor.columns.info"],
  ];
  const cells = rows.map(({ number, time, source, destination, info }) => [
    String(number),
    time ? formatElapsed(time) : "",
    ...ends(source, destination),
    withoutClocks(info),
  ]);
  return [tableLine(heads), `|${"--:|".repeat(2)}${":--|".repeat(heads.length - 2)}`, ...cells.map(tableLine)].join("\n");
}

/** A line of a table, with spaces, since cells stand too close together in a hover. */
const tableLine = (cells: readonly string[]) => `|${cells.map((cell) => ` ${escapeMarkdown(cell)}&nbsp; `).join("|")}|`;

/** Info without its timestamps, which say least and take half a line. */
export const withoutClocks = (info: string): string => info.replace(/ TSval=\d+ TSecr=\d+/, "");
