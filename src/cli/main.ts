import { say, wordsFor } from "../text/words";
import { CliError, readArguments } from "./arguments";
import { commands } from "./commands";

/** Runs one command; what it answers is the exit code. */
async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  const words = wordsFor(args.options["lang"] ?? process.env["LC_ALL"] ?? process.env["LANG"] ?? "en");
  const command = commands[args.command];
  if (!command) throw new CliError(say(words, "cli.usage", {}));
  return command(args, words);
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
