import { byteAt, type Dump, type Lines } from "./dump";
import { type Form, forms } from "./forms";
import type { Region } from "./region";
import { subjectAround } from "./subject";
import { inColouredText, withoutColours } from "./terminalColours";

/** Every packet in a text, in order. */
export function findDumps(lines: Lines): Dump[] {
  return findDumpsBetween(lines, 0, lines.count - 1);
}

/** Every packet that touches these lines; reads no other part of the text. */
export function findDumpsBetween(text: Lines, first: number, last: number): Dump[] {
  const lines = withoutColours(text);
  const dumps: Dump[] = [];
  /** For each form, up to which line it has found nothing. */
  const nothingUntil = forms.map(() => -1);
  let foundUntil = -1;
  for (let line = first; line <= Math.min(last, lines.count - 1); line += 1) {
    for (const [index, form] of forms.entries()) {
      if (line <= nothingUntil[index]) continue;
      const region = form.region(lines, line);
      // another packet may begin below this one in another form, but it shares no rows with this one
      if (!region || region.first <= foundUntil) continue;
      const found = packetsOf(form, text, region);
      nothingUntil[index] = region.last;
      if (found.length === 0) continue;
      dumps.push(...found);
      foundUntil = Math.max(line, ...found.map(({ endLine }) => endLine));
      line = foundUntil;
      break;
    }
  }
  return dumps;
}

/** The packet around one line; reads no other part of the text. */
export function findDumpAt(text: Lines, line: number, column?: number): Dump | undefined {
  const lines = withoutColours(text);
  for (const form of forms) {
    const region = form.region(lines, line);
    if (!region || form.mayHaveBytes?.(lines, region, line) === false) continue;
    const found = packetsOf(form, text, region);
    const around = found.filter(({ startLine, endLine }) => startLine <= line && line <= endLine);
    if (around.length > 0)
      return around.find((dump) => column !== undefined && byteAt(dump, line, column) !== undefined) ?? around[0];
  }
  return undefined;
}

/** Packets above one that are written in the same form, the nearest first; looks at `most` lines. */
export function* dumpsAbove(text: Lines, dump: Dump, most: number): Generator<Dump> {
  const lines = withoutColours(text);
  const form = forms.find(({ name }) => name === dump.form);
  const last = Math.max(0, dump.startLine - most);
  for (let line = dump.startLine - 1; form && line >= last; line -= 1) {
    const region = form.region(lines, line);
    if (!region) continue;
    const found = packetsOf(form, text, region);
    yield* found.filter(({ endLine }) => endLine < dump.startLine).reverse();
    line = region.first;
  }
}

function packetsOf(form: Form, text: Lines, region: Region): Dump[] {
  const lines = withoutColours(text);
  return form.packets(lines, region, subjectAround(lines, region)).map((dump) => inColouredText(text, dump));
}
