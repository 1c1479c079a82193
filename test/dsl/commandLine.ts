import { spawnSync } from "node:child_process";

/** Runs the command in English, unless it is told another language. */
export function wirenote(args: readonly string[], input?: Uint8Array): { code: number | null; out: string; err: string } {
  const env = { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/wirenote.js", ...args], {
    encoding: "utf8",
    env,
    ...(input && { input }),
  });
  return { code: status, out: stdout, err: stderr };
}

export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
