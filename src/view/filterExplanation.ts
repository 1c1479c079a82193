import type { Filter } from "../filter/filter";
import type { Source, SourceRange, Test } from "../filter/plan";
import type { Range } from "../filter/syntax";
import { asBinary } from "../filter/values";
import { formatIpv4, formatIpv6, formatMac } from "../text/address";
import { formatOctets, formatSpan } from "../text/value";
import { labelOf, say, type Words } from "../text/words";

/** What a filter asks for, in words. */
export function explainFilter({ test }: Filter, words: Words): string {
  return test ? new Explanation(words).test(test) : say(words, "filter.says.all", {});
}

class Explanation {
  constructor(private readonly words: Words) {}

  test(test: Test): string {
    const { words } = this;
    switch (test.type) {
      case "and":
      case "or":
      case "xor":
        return say(words, `filter.says.${test.type}`, { left: this.part(test.left, test), right: this.part(test.right, test) });
      case "not":
        return this.negated(test.operand);
      case "exists":
        return this.exists(test.source);
      case "holds":
        return say(words, "filter.says.holds", { what: this.source(test.source) });
      case "compare":
        return this.compare(test);
      case "contains":
        return say(words, "filter.says.contains", { what: this.some(test), value: this.source(test.right) });
      case "matches":
        return say(words, "filter.says.matches", { what: this.some(test), value: `“${test.source}”` });
      case "among":
        return say(words, "filter.says.among", {
          what: this.some(test),
          value: test.set.map((range) => this.range(test.left, range)).join(", "),
        });
    }
  }

  /** A part of a test, in brackets if the meaning would be another without them. */
  private part(part: Test, whole: Test): string {
    const text = this.test(part);
    const isOther = (part.type === "and" || part.type === "or" || part.type === "xor") && part.type !== whole.type;
    return isOther ? say(this.words, "filter.says.group", { inside: text }) : text;
  }

  private negated(operand: Test): string {
    const { words } = this;
    const mark = operand.type === "exists" && this.markOf(operand.source);
    if (mark) return say(words, "filter.says.unmarked", { what: mark });
    if (operand.type === "exists") return say(words, "filter.says.lacks", { what: this.source(operand.source) });
    const text = this.test(operand);
    const isJoined = operand.type === "and" || operand.type === "or" || operand.type === "xor";
    const inside = isJoined ? say(words, "filter.says.group", { inside: text }) : text;
    return say(words, "filter.says.not", { operand: inside });
  }

  private exists(source: Source): string {
    const mark = this.markOf(source);
    if (mark) return say(this.words, "filter.says.marked", { what: mark });
    // a flag alone asks whether the field is there, not whether it is set
    const isFlag = source.type === "field" && source.valueType === "boolean";
    return say(this.words, isFlag ? "filter.says.exists.flag" : "filter.says.exists", { what: this.source(source) });
  }

  /** The label of a mark of the analysis, if the source is one. */
  private markOf(source: Source): string | undefined {
    const isMark = source.valueType === "label" && source.type === "field" && source.field.name.startsWith("tcp.analysis.");
    return isMark ? labelOf(this.words, source.field.name) : undefined;
  }

  private compare(test: Extract<Test, { type: "compare" }>): string {
    const { words } = this;
    const { left, right, relation } = test;
    const isFlag = left.type === "field" && left.valueType === "boolean" && right.type === "constant";
    if (isFlag && (relation === "==" || relation === "!=")) {
      const isSet = (right.value !== 0) === (relation === "==");
      return say(words, isSet ? "filter.says.is" : "filter.says.is-not", { what: this.source(left) });
    }
    const relationId = relation === "===" ? "==" : relation === "!==" ? "!=" : relation;
    const args = { what: this.some(test), value: named(left, right) ?? this.source(right) };
    if (right.type === "constant" && right.prefix !== undefined && (relationId === "==" || relationId === "!="))
      return say(words, relationId === "==" ? "filter.says.within" : "filter.says.outside", args);
    return say(words, `filter.says.${relationId}`, args);
  }

  /** The left side, with a note whether one or every value counts if a field may have several. */
  private some({ every, left }: { readonly every: "any" | "all"; readonly left: Source }): string {
    const what = this.source(left);
    const mayBeSeveral = left.type === "field" && /(?:addr|port|host)$/.test(left.field.name);
    if (!mayBeSeveral) return what;
    return say(this.words, every === "all" ? "filter.says.every" : "filter.says.any", { what });
  }

  private range(left: Source, { from, to }: SourceRange): string {
    const text = (source: Source) => named(left, source) ?? this.source(source);
    return to ? say(this.words, "filter.says.range", { from: text(from), to: text(to) }) : text(from);
  }

  private source(source: Source): string {
    const { words } = this;
    switch (source.type) {
      case "field": {
        const { field, layers } = source;
        const label = labelOf(words, field.name);
        // a label does not say to which header it belongs, so the field's name does
        const what = label === field.name ? label : say(words, "filter.says.field", { label, name: field.name });
        return layers ? say(words, "filter.says.layer", { what, layer: layers.map(rangeText).join(", ") }) : what;
      }
      case "constant":
        return constantText(source);
      case "slice":
        return say(words, "filter.says.slice", { what: this.source(source.of), ranges: source.ranges.map(rangeText).join(", ") });
      case "call":
        return say(words, `filter.says.${source.name}`, { what: source.args.map((arg) => this.source(arg)).join(", ") });
      case "negative":
        return `−${this.source(source.operand)}`;
      case "arithmetic": {
        const side = (part: Source) => (part.type === "arithmetic" ? `(${this.source(part)})` : this.source(part));
        return `${side(source.left)} ${source.operator} ${side(source.right)}`;
      }
    }
  }
}

/** The name of a number, if it has one. */
function named(left: Source, right: Source): string | undefined {
  const names = left.type === "field" ? left.field.names : undefined;
  const name = right.type === "constant" && typeof right.value === "number" ? names?.[right.value] : undefined;
  return name && right.type === "constant" ? `${name} (${right.value})` : undefined;
}

function rangeText({ first, count }: Range): string {
  if (count === undefined) return `${first}…`;
  return count === 1 ? String(first) : `${first}–${first + count - 1}`;
}

function constantText({ value, prefix, valueType }: Extract<Source, { type: "constant" }>): string {
  switch (valueType) {
    case "ipv4":
    case "ipv6": {
      const address = valueType === "ipv4" ? formatIpv4(value as Uint8Array) : formatIpv6(value as Uint8Array);
      return prefix === undefined ? address : `${address}/${prefix}`;
    }
    case "mac":
      return formatMac(value as Uint8Array);
    case "text":
      return `“${textOf(asBinary(value))}”`;
    case "time":
      return new Date(Number((value as bigint) / 1_000_000n)).toISOString();
    case "duration":
      return `${formatSpan(Number(value)).replace(/\.?0+$/, "")} s`;
    case "bytes":
    case "protocol":
      return bytesText(asBinary(value));
    default:
      return String(value);
  }
}

const decoder = new TextDecoder();
const bytesOf = (binary: string) => Uint8Array.from(binary, (character) => character.charCodeAt(0));
const textOf = (binary: string) => decoder.decode(bytesOf(binary));

/** Bytes as letters if all can be printed, else in hex. */
function bytesText(binary: string): string {
  return /^[\x20-\x7e]{2,}$/.test(binary) ? `“${binary}”` : formatOctets(bytesOf(binary));
}
