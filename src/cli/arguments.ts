import { say, type Words } from "../text/words";

/** A message for the person at the terminal: one plain line, exit code 1. */
export class CliError extends Error {}

export interface Arguments {
  readonly command: string;
  /** What is no option, in order. */
  readonly rest: readonly string[];
  /** `--name value`, or `--name` alone as an empty string. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

const languageOption = "lang";
const switches: ReadonlySet<string> = new Set(["json", "unfold", "help"]);
const withValues: ReadonlySet<string> = new Set([
  ...["filter", "from", "count", "stream", "direction", "format", "notation", "at"],
  languageOption,
]);

/** The language is asked for among the rest, and says how to complain about the rest. */
export function languageOf(argv: readonly string[]): string | undefined {
  const at = argv.indexOf(`--${languageOption}`);
  return at < 0 ? undefined : argv[at + 1];
}

export function readArguments(argv: readonly string[], words: Words): Arguments {
  const rest: string[] = [];
  const options: Record<string, string> = {};
  for (let i = 0; i < argv.length; i += 1) {
    const name = /^--(.+)$/.exec(argv[i])?.[1];
    if (name === undefined) rest.push(argv[i]);
    else if (switches.has(name)) options[name] = "";
    else if (!withValues.has(name)) throw new CliError(say(words, "cli.noOption", { name: argv[i] }));
    else {
      i += 1;
      if (argv[i] === undefined) throw new CliError(say(words, "cli.noValue", { name: `--${name}` }));
      options[name] = argv[i];
    }
  }
  return { command: rest[0] ?? "", rest: rest.slice(1), options };
}

export function wholeNumber(text: string | undefined, fallback: number, words: Words): number {
  if (text === undefined) return fallback;
  if (!/^\d+$/.test(text)) throw new CliError(say(words, "cli.noNumber", { text }));
  return Number(text);
}
