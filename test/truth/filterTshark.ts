import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { preferences, tsharkEnvironment } from "./tshark";

/** What tshark makes of a display filter: the numbers of the packets that it shows, or why it refuses. */
export type Verdict = { readonly frames: readonly number[] } | { readonly refusal: string };

/**
 * tshark takes one filter a run and half a second to start; but a script may listen to as many filters as it likes, each by the
 * same engine as `-Y`. It writes a line for each filter: `+` and frame numbers, or `-` and the complaint.
 */
const listenToAll = `
local verdicts = {}
local last = nil
for expression in io.lines(os.getenv("FILTERS")) do
  local ok, listener = pcall(Listener.new, "frame", expression)
  local verdict = { frames = {} }
  verdicts[#verdicts + 1] = verdict
  if ok then
    listener.packet = function(packet) verdict.frames[#verdict.frames + 1] = packet.number end
    last = last or listener
  else
    verdict.refusal = tostring(listener):gsub("%s+", " ")
  end
end
local function write()
  local out = io.open(os.getenv("VERDICTS"), "w")
  for _, verdict in ipairs(verdicts) do
    out:write(verdict.refusal and ("-" .. verdict.refusal) or ("+" .. table.concat(verdict.frames, " ")), "\\n")
  end
  out:close()
end
if last then last.draw = write else write() end
`;

/** The verdicts on one capture, in the order of the expressions. */
export function askForFrames(capture: string, expressions: readonly string[], folder: string): Verdict[] {
  const [script, filters, verdicts] = ["listen.lua", "filters", "verdicts"].map((name) => join(folder, name));
  writeFileSync(script, listenToAll);
  writeFileSync(filters, expressions.map((expression) => `${expression}\n`).join(""));
  writeFileSync(verdicts, "");
  const options = preferences.flatMap((preference) => ["-o", preference]);
  const { stderr } = spawnSync("tshark", ["-n", "-q", "-X", `lua_script:${script}`, "-r", capture, ...options], {
    encoding: "utf8",
    env: { ...tsharkEnvironment(), FILTERS: filters, VERDICTS: verdicts },
  });
  const lines = readFileSync(verdicts, "utf8").split("\n").slice(0, -1);
  if (lines.length !== expressions.length) throw new Error(`tshark gave ${lines.length} verdicts: ${stderr}`);
  return lines.map((line) =>
    line.startsWith("+") ? { frames: line.slice(1).split(" ").filter(Boolean).map(Number) } : { refusal: line.slice(1) },
  );
}
