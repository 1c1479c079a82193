import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import type { StreamDirection } from "../../view/onScreen/streamLook";
import { engine, host } from "../host";
import { words } from "../language";

/** Saves what was sent in a connection where a person chooses, and says so; nothing if the person gave that up. */
export async function saveStream(stream: number, direction: StreamDirection): Promise<string | undefined> {
  const { bytes, isCut } = await engine.streamBytes(stream, direction);
  const of = direction === "both" ? "" : `-${direction}`;
  if (!(await host.saveBytes(`stream-${stream}${of}.bin`, bytes))) return undefined;
  return isCut ? say(words, "stream.saved", { bytes: formatCount(bytes.length) }) : words.messages["export.saved"];
}
