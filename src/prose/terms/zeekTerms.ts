import { placeOf } from "../description";
import { historyTerms, type TermName, type TermWord, zeekTerms } from "./term";

/**
 * Zeek's log of connections (`conn.log`), in rows, in JSON, and as people quote it: how each one went (`conn_state`), and what both ends
 * sent, a letter for each kind (`history`). Zeek's `base/protocols/conn/main.zeek` explains them.
 */

const state = zeekTerms.map((term) => term.slice("zeek.".length)).join("|");
const letters = "[\\^SsHhAaDdFfRrCcGgTtWwIiQqXx]{1,40}";
/** A row from the protocol on: service, duration, bytes of both ends, state; whether each end is local, bytes that were missed; history. */
const row = new RegExp(
  `(?<![\\w.])tcp[\\t ]+[\\w,-]{1,60}[\\t ]+(?:[\\d.]+|-)[\\t ]+(?:\\d+|-)[\\t ]+(?:\\d+|-)[\\t ]+(${state})[\\t ]+(?:[TF-][\\t ]+){0,2}\\d+[\\t ]+(${letters})(?=[\\t ]+\\d)`,
  "d",
);
const named = new RegExp(`(?<![\\w-])conn_state["'\`]?\\s?[:= ]\\s?["'\`]?(${state})(?!\\w)`, "dg");
const namedHistory = new RegExp(`(?<![\\w-])history["'\`]?\\s?[:= ]\\s?["'\`]?(${letters})(?![\\w-])`, "dg");
/** Tells a history with letters of both ends from an ordinary word of these letters, which has capitals at its beginning only. */
const bothEnds = /^\^?(?=.*[SHh])(?:S.*[a-z].*[A-Z]|[a-z]+[A-Z])/;

export function* readZeekTerms(line: string): Generator<TermWord> {
  if (line.includes("tcp")) {
    const match = row.exec(line);
    if (match) {
      yield stateAt(line, placeOf(match, 1));
      yield* historyAt(line, placeOf(match, 2));
      return;
    }
  }
  const hasState = line.includes("conn_state");
  if (hasState) for (const match of line.matchAll(named)) yield stateAt(line, placeOf(match, 1));
  if (!line.includes("history")) return;
  for (const match of line.matchAll(namedHistory))
    if (hasState || bothEnds.test(match[1])) yield* historyAt(line, placeOf(match, 1));
}

function stateAt(line: string, [start, end]: readonly [number, number]): TermWord {
  const text = line.slice(start, end);
  return { start, end, text, names: [`zeek.${text}` as TermName] };
}

const known: ReadonlySet<string> = new Set(historyTerms);
const isKnown = (name: string): name is TermName => known.has(name);

/** Each letter is told once: another one of the same only says how often. */
function* historyAt(line: string, [start, end]: readonly [number, number]): Generator<TermWord> {
  const text = line.slice(start, end);
  const [first, ...others] = [...new Set(text)].map((letter) => `history.${letter}`).filter(isKnown);
  if (first) yield { start, end, text, names: [first, ...others] };
}
