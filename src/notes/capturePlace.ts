/** What part of a capture a link leads to. */
export type CapturePlace =
  | { readonly packet: number }
  /** The packets that a display filter shows. */
  | { readonly filter: string };

/** Reads what is behind the `#` of a link: the number of a packet, counted from 1, or a display filter. */
export function readPlace(fragment: string): CapturePlace | undefined {
  const text = decoded(fragment).trim();
  if (/^\d{1,15}$/.test(text)) return Number(text) > 0 ? { packet: Number(text) } : undefined;
  return text ? { filter: text } : undefined;
}

/** A link's target for Markdown; spaces are encoded, so that it needs no angle brackets. */
export function linkTo(path: string, place: CapturePlace | undefined): string {
  if (!place) return encoded(path);
  return `${encoded(path)}#${"packet" in place ? place.packet : encoded(place.filter)}`;
}

const encoded = (text: string) =>
  encodeURI(text).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Decodes percent signs; a text in which they mean nothing stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
