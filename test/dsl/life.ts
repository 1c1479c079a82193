import { ConnectionLife, type Life } from "../../src/connections/life";
import type { Mark } from "../../src/connections/marks";
import { wireSegments } from "./wireSegments";

/** How a picture's connection opens and closes; end 0 sent its first segment. */
export function lifeOf(picture: string, marks: Readonly<Record<number, readonly Mark[]>> = {}): Life {
  const life = new ConnectionLife();
  for (const segment of wireSegments(picture, marks)) life.add(segment);
  const found = life.result(0);
  if (!found) throw new Error("an empty picture");
  return found;
}
