import { say, type Words } from "../text/words";

/** A failure that is told as one plain line, without a stack; the exit code is 1. */
export class CliError extends Error {}

export interface Arguments {
  readonly command: string;
  /** The arguments that are no options, in order. */
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

/** The language that is asked for. It is read before the other options, since complaints about them are in that language. */
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
