import { loadWords } from "../text/loadWords";
import { say } from "../text/words";
import { CliError, languageOf, readArguments } from "./arguments";
import { commands } from "./commands";
import { exitCode } from "./input";

/** Runs one command, and gives its exit code. */
async function main(): Promise<number> {
  const argv = process.argv.slice(2);
  const words = await loadWords(languageOf(argv) ?? process.env["LC_ALL"] ?? process.env["LANG"] ?? "en");
  const args = readArguments(argv, words);
  if (args.options["help"] !== undefined || args.command === "help") {
    process.stdout.write(`${say(words, "cli.usage", {})}\n`);
    return exitCode.fine;
  }
  const command = Object.hasOwn(commands, args.command) ? commands[args.command] : undefined;
  if (!command) throw new CliError(say(words, "cli.usage", {}));
  return (await command())(args, words);
}

// a reader such as `head` may close the pipe early: that is no error
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof CliError || (error as NodeJS.ErrnoException).code !== undefined;
    process.stderr.write(`${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    process.exitCode = 1;
  },
);
