import type { Engine } from "../../../engine/contract/engine";
import type { PieceSink } from "./pieceSinks";

/** Writes a file that an engine has begun: the next piece is made while one is written. False where that was cancelled. */
export async function writePieces(
  engine: Pick<Engine, "nextPiece">,
  file: number,
  sink: PieceSink,
  onShare: (share: number) => void,
  isCancelled: () => boolean,
): Promise<boolean> {
  const ask = () => {
    const answer = engine.nextPiece(file);
    // whoever waits for it hears of a failure
    answer.catch(() => {});
    return answer;
  };
  try {
    let next = ask();
    for (let piece = await next; piece && !isCancelled(); piece = await next) {
      next = ask();
      await sink.write(piece.bytes);
      onShare(piece.share);
    }
    if (!isCancelled()) {
      await sink.finish();
      return true;
    }
  } catch (error) {
    await sink.discard();
    throw error;
  }
  await sink.discard();
  return false;
}
