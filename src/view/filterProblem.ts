import type { Complaint, FilterProblem } from "../filter/problem";
import { type Arguments, type MessageId, say, type Words } from "../text/words";

/** What is wrong with a filter, in sentences: the complaint first, then what may help. */
export function filterProblemText(problem: FilterProblem, words: Words): string {
  const { complaint, instead, alike } = problem;
  const help = instead
    ? [say(words, "filter.instead", { expression: instead })]
    : alike && alike.length > 0
      ? [say(words, "filter.alike", { names: alike.join(", ") })]
      : [];
  return [complaintText(complaint, words), ...help].join("\n");
}

/** For terminals: the expression on one line, with carets under the place of the problem. */
export function filterProblemPlace(expression: string, { start, end }: FilterProblem): string {
  const line = expression.replace(/\s/g, " ");
  const width = Math.max(1, cells(line.slice(start, end)));
  return `${line}\n${" ".repeat(cells(line.slice(0, start)))}${"^".repeat(width)}`;
}

/** How many columns a text takes in a terminal: Chinese characters and full-width signs take two. */
function cells(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}

function complaintText(complaint: Complaint, words: Words): string {
  const typed = (type: keyof typeof typeIds) => say(words, typeIds[type], {});
  switch (complaint.kind) {
    case "value":
    case "no-string":
    case "slice":
    case "operator": {
      const { kind, type, ...rest } = complaint;
      return say(words, `filter.${kind}`, { ...rest, type: typed(type) } as Arguments<`filter.${typeof kind}`>);
    }
    case "incompatible":
      return say(words, "filter.incompatible", { left: typed(complaint.left), right: typed(complaint.right) });
    case "arguments": {
      const { name, least, most } = complaint;
      return say(words, most > least ? "filter.arguments.least" : "filter.arguments", { name, least });
    }
    default: {
      const { kind, ...args } = complaint;
      return say(words, `filter.${kind}` as MessageId, args as Arguments<MessageId>);
    }
  }
}

const typeIds = {
  unsigned: "type.unsigned",
  signed: "type.signed",
  boolean: "type.boolean",
  "frame-number": "type.frame-number",
  bytes: "type.bytes",
  mac: "type.mac",
  ipv4: "type.ipv4",
  ipv6: "type.ipv6",
  text: "type.text",
  time: "type.time",
  duration: "type.duration",
  protocol: "type.protocol",
  label: "type.label",
} as const;
