import type { Closing } from "../connections/closing";
import type { Life } from "../connections/life";
import { isOpen, type Opening } from "../connections/opening";
import type { End } from "../connections/wireSegment";
import { say, type Words } from "../text/words";

/** Where a segment stands in its connection, in a few words. */
export interface Standing {
  readonly stream: number;
  /** Who sends the segment, and which step of the opening or closing it is. */
  readonly text: string;
  /** How the connection opened and closed. */
  readonly life: string;
}

export function standingOf(stream: number, life: Life, frame: number, from: End, words: Words): Standing {
  const direction = words.messages[from === life.client ? "standing.fromClient" : "standing.fromServer"];
  const step = stepOf(life, frame, words);
  return { stream, text: step ? `${direction} · ${step}` : direction, life: lifeText(life, words) };
}

function stepOf({ opening, closing }: Life, frame: number, words: Words): string | undefined {
  if (frame === closing.reset?.frame) return words.messages["standing.reset"];
  const handshake = [opening.syn, opening.synAck, opening.last].indexOf(frame);
  if (handshake >= 0 && isHandshake(opening)) return say(words, "standing.handshake", { step: handshake + 1 });
  if (frame <= (opening.last ?? opening.synAck ?? opening.syn ?? 0)) return words.messages["standing.opening"];
  const steps = closingFrames(closing);
  const step = steps.indexOf(frame);
  return step < 0 ? undefined : say(words, "standing.closing", { step: step + 1, steps: steps.length });
}

const isHandshake = ({ id }: Opening) => id === "handshake" || id === "handshake-with-data";

/** The frames of both FINs and of what acknowledged them, each once: a FIN may carry the ACK of the other. */
function closingFrames({ first, second }: Closing): number[] {
  const frames = [first?.fin, first?.ack, second?.fin, second?.ack].filter((frame) => frame !== undefined);
  return [...new Set(frames)].sort((a, b) => a - b);
}

function lifeText({ opening, closing, client }: Life, words: Words): string {
  const opened = words.messages[`standing.opened.${opening.id}`];
  if (!isOpen(opening)) return opened;
  const both = { opened, closed: words.messages[`standing.closed.${closing.id}`] };
  // for a reset it is said already who closed; in a simultaneous close nobody was first
  if (closing.closer === undefined || closing.reset || closing.id === "simultaneous") return say(words, "standing.life", both);
  const closer = words.messages[closing.closer === client ? "ladder.client" : "ladder.server"];
  return say(words, "standing.life.closer", { ...both, closer });
}
