/** A message for the person at the terminal: one plain line, exit code 1. */
export class CliError extends Error {}

export interface Arguments {
  readonly command: string;
  /** What is no option, in order. */
  readonly rest: readonly string[];
  /** `--name value`, or `--name` alone as an empty string. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

const switches = new Set(["json", "unfold"]);

export function readArguments(argv: readonly string[]): Arguments {
  const rest: string[] = [];
  const options: Record<string, string> = {};
  for (let i = 0; i < argv.length; i += 1) {
    const name = /^--(.+)$/.exec(argv[i])?.[1];
    if (name === undefined) rest.push(argv[i]);
    else if (switches.has(name)) options[name] = "";
    else {
      i += 1;
      if (argv[i] === undefined) throw new CliError(`--${name} needs a value`);
      options[name] = argv[i];
    }
  }
  return { command: rest[0] ?? "", rest: rest.slice(1), options };
}

export function wholeNumber(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^\d+$/.test(text)) throw new CliError(`${text} is no whole number`);
  return Number(text);
}
