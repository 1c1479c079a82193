import { Description } from "./description";
import { readSegment } from "./tcpdumpSummary";

/** Lines of packetdrill's scripts: time, direction, and the segment as older versions of tcpdump print it: `+.1 < S 0:0(0) win 65535`. */
export function* readScriptLines(text: string): Generator<Description> {
  for (const match of text.matchAll(line)) {
    const description = new Description(text, "tool");
    const arrow = match.index + match[0].length;
    description.add("frame.direction", arrow - 1, arrow, { name: match[1] === "<" ? "In" : "Out" });
    readSegment(description, arrow);
    yield description;
  }
}

const time = "[+*]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)";
const line = new RegExp(`(?<![^\\s\`])(?:${time}(?:~${time})?|\\*)\\s+([<>])(?=\\s+[SFPRWEU.]{1,8}\\s+\\d+:\\d+\\(\\d+\\))`, "g");
