import type { Life } from "../../../connections/life";
import { isOpen } from "../../../connections/opening";
import { explainClosing, explainOpening } from "../../../explain/explainConnection";
import { sayAll, type Words } from "../../../text/words";
import { endNames } from "../flowEnds";
import type { ConnectionStory } from "./jointFlow";

/** What is said beside a segment: how its connection opened, or how it closed. */
export interface ToldAt {
  readonly frame: number;
  readonly text: string;
}

/** What is said at the segments that ended a connection's opening and closing; if it stayed open, at its last segment. */
export function toldOf({ opening, closing }: Life, last: number, { messages }: Words): ToldAt[] {
  const { id, synAck, syn, first } = opening;
  const opened = { frame: opening.last ?? synAck ?? syn ?? first, text: messages[`standing.opened.${id}`] };
  if (!isOpen(opening)) return [opened];
  const fins = [closing.first?.fin, closing.first?.ack, closing.second?.fin, closing.second?.ack];
  const ends = closing.reset ? [closing.reset.frame] : fins.filter((frame) => frame !== undefined);
  const frame = ends.length > 0 ? Math.max(...ends) : last;
  return [opened, { frame, text: messages[`standing.closed.${closing.id}`] }];
}

export function storyOf(stream: number, connection: Parameters<typeof endNames>[0], life: Life, words: Words): ConnectionStory {
  const { opening, closing, client } = life;
  return {
    stream,
    ...endNames(connection, life),
    opening: sayAll(words, explainOpening(opening, client)),
    closing: sayAll(words, explainClosing(closing, client, opening)),
  };
}
