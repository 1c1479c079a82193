import type { ClosedDirection, Closing } from "../connections/closing";
import type { Opening } from "../connections/opening";
import type { End } from "../connections/wireSegment";
import { type Sentence, sentence } from "../text/words";

/** How a connection was opened, in which frames. */
export function explainOpening(opening: Opening, client: End): Sentence[] {
  return [openingSentence(opening, client), ...openingDetails(opening)];
}

function openingSentence(opening: Opening, client: End): Sentence {
  const { id, first, syn = first, synLength = 0, otherSyn = syn, synAck, last = syn, lastLength = 0 } = opening;
  switch (id) {
    case "handshake":
      return synAck === undefined
        ? sentence("opening.handshake.unseen", { syn, last })
        : sentence("opening.handshake", { syn, synAck, last });
    case "handshake-with-data":
      return sentence("opening.handshake-with-data", { syn, synAck: synAck ?? syn, last, length: lastLength });
    case "simultaneous":
      return sentence("opening.simultaneous", { syn, otherSyn });
    case "fast-open":
      return sentence(opening.tookData ? "opening.fast-open" : "opening.fast-open.ignored", {
        syn,
        synAck: synAck ?? syn,
        length: synLength,
      });
    case "refused":
      return sentence("opening.refused", { syn, last });
    case "unanswered":
      return opening.resetBy === undefined
        ? sentence("opening.unanswered", { syn })
        : sentence("opening.unanswered.taken-back", { syn, last });
    case "unfinished":
      return sentence("opening.unfinished", { syn, synAck: synAck ?? syn });
    case "abandoned":
      return sentence(opening.resetBy === client ? "opening.abandoned.client" : "opening.abandoned.server", {
        synAck: synAck ?? syn,
        last,
      });
    case "half-open":
      return sentence("opening.half-open", { syn, last });
    case "mid-capture":
      if (opening.isProbe) return sentence("opening.probe", { first });
      return synAck === undefined ? sentence("opening.mid-capture", { first }) : sentence("opening.mid-handshake", { synAck });
  }
}

function openingDetails(opening: Opening): Sentence[] {
  const { id, syn, synCount = 1, synLength = 0, synAck, synAckCount = 1, synAckLength = 0, tookData } = opening;
  const details: Sentence[] = [];
  if (synCount > 1) details.push(sentence("opening.syn-repeated", { count: synCount }));
  if (synAckCount > 1) details.push(sentence("opening.syn-ack-repeated", { count: synAckCount }));
  if (synLength > 0 && !tookData && id !== "fast-open") details.push(sentence("opening.syn-data", { length: synLength }));
  if (synAckLength > 0) details.push(sentence("opening.syn-ack-data", { length: synAckLength }));
  if (syn !== undefined && synAck !== undefined && synAck < syn) details.push(sentence("opening.reordered", {}));
  if (opening.portsReused) details.push(sentence("opening.ports-reused", {}));
  return details;
}

/** How a connection was closed, in which frames, and why so. */
export function explainClosing(closing: Closing, client: End, opening: Opening): Sentence[] {
  const { id, first, second, reset } = closing;
  if (id === "open") return [sentence(neverOpened.has(opening.id) ? "closing.never-opened" : "closing.open", {})];
  if (reset) return explainReset(closing, reset, client);
  if (!first) return [];
  return [
    finSentence(closing, first, second),
    ...(first.dataAfter > 0 && second ? [sentence("closing.half-closed.end", { second: second.fin })] : []),
    ...(id === "simultaneous" ? [] : [sentence(closing.closer === client ? "closing.first.client" : "closing.first.server", {})]),
    ...[first, second].flatMap(repeatedFin),
    ...(closing.isOneSided ? [] : acknowledgments(first, second)),
  ];
}

const neverOpened: ReadonlySet<Opening["id"]> = new Set(["unanswered", "half-open"]);

function finSentence({ id, isOneSided }: Closing, first: ClosedDirection, second: ClosedDirection | undefined): Sentence {
  const frames = { first: first.fin, second: second?.fin ?? first.fin };
  switch (id) {
    case "fin-3":
      return sentence("closing.fin-3", frames);
    case "fin-4":
      return sentence("closing.fin-4", { ...frames, ack: first.ack ?? first.fin });
    case "simultaneous":
      return sentence("closing.simultaneous", frames);
    default:
      return first.dataAfter > 0
        ? sentence("closing.half-closed.data", {
            first: first.fin,
            bytes: first.dataAfter,
            data: first.firstDataAfter ?? first.fin,
          })
        : sentence(isOneSided ? "closing.half-closed.one-sided" : "closing.half-closed", { first: first.fin });
  }
}

const repeatedFin = (direction: ClosedDirection | undefined): Sentence[] =>
  direction && direction.finCount > 1
    ? [sentence("closing.fin-repeated", { fin: direction.fin, count: direction.finCount })]
    : [];

function acknowledgments(first: ClosedDirection, second: ClosedDirection | undefined): Sentence[] {
  const unacknowledged = [first, second].filter((direction) => direction && direction.ack === undefined);
  if (unacknowledged.length > 0)
    return unacknowledged.map((direction) => sentence("closing.unacknowledged", { fin: direction!.fin }));
  return second?.ack === undefined ? [] : [sentence("closing.acknowledged", { ack: Math.max(second.ack, first.ack ?? 0) })];
}

function explainReset(
  { closer, first }: Closing,
  { frame, reason, answers = frame }: NonNullable<Closing["reset"]>,
  client: End,
): Sentence[] {
  const who = sentence(closer === client ? "closing.reset.client" : "closing.reset.server", { frame });
  const after = first && first.fin < frame ? [sentence("closing.reset.after-fin", { fin: first.fin })] : [];
  return [who, reasonSentence(reason, answers), ...after];
}

function reasonSentence(reason: NonNullable<Closing["reset"]>["reason"], answers: number): Sentence {
  switch (reason) {
    case "no-connection":
      return sentence("closing.reset.no-connection", { answers });
    case "after-close":
      return sentence("closing.reset.after-close", { answers });
    case "refused":
      return sentence("closing.reset.refused", {});
    case "abort":
      return sentence("closing.reset.abort", {});
  }
}
