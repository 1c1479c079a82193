import type { Ladder } from "../../src/view/ladder";

const width = 40;

/** A ladder as text: times at the left, an arrow between the lifelines. */
export function ladderText({ client, server, arrows }: Ladder): string {
  const head = `${" ".repeat(14)}${client.padEnd(width)}  ${server}`;
  const rows = arrows.map(({ number, time, fromClient, label }) => {
    const line = ` ${label} `.padStart((width + label.length) / 2, "-").padEnd(width, "-");
    return `${String(number).padStart(3)} ${time.toFixed(6)}  ${fromClient ? `|${line.slice(0, -1)}>|` : `|<${line.slice(1)}|`}`;
  });
  return [head, ...rows].join("\n");
}
