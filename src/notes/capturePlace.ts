/** What of a capture a link is about. */
export type CapturePlace =
  | { readonly packet: number }
  /** What a display filter shows. */
  | { readonly filter: string };

/** What stands behind the `#` of a link: the number of a packet, as people count, or a display filter. */
export function readPlace(fragment: string): CapturePlace | undefined {
  const text = decoded(fragment).trim();
  if (/^\d{1,15}$/.test(text)) return Number(text) > 0 ? { packet: Number(text) } : undefined;
  return text ? { filter: text } : undefined;
}

/** A link as Markdown takes it, without the brackets that would allow spaces. */
export function linkTo(path: string, place: CapturePlace | undefined): string {
  if (!place) return encoded(path);
  return `${encoded(path)}#${"packet" in place ? place.packet : encoded(place.filter)}`;
}

const encoded = (text: string) =>
  encodeURI(text).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Percent signs that mean nothing stay. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
