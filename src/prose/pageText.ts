/**
 * The text that a page's source shows, at the same columns: tags become spaces, and entities such as `&gt;` the sign itself with
 * spaces beside it. tcpdump's `<mss 1460>` is no tag.
 */
export function asPageShows(text: string): string {
  if (!mayBePage(text)) return text;
  return text.replace(tag, blank).replace(entity, (written) => shown[written] ?? blank(written));
}

const mayBePage = (text: string) => text.includes("&") || text.includes("</") || text.includes("<br");
const blank = (written: string) => " ".repeat(written.length);
const tag = /<\/?(?:a|b|br|code|div|em|font|i|li|mark|p|pre|span|strong|td|tr|tt|u)(?:\s[^<>]{0,120})?\s?\/?>/gi;
const entity = /&(?:gt|lt|amp|nbsp|quot|#\d{2,4});/g;
/** The spaces are on the outer side of brackets, so that none get between a bracket and what is in it. */
const shown: Readonly<Record<string, string>> = {
  "&gt;": "   >",
  "&lt;": "   <",
  "&amp;": "    &",
  "&#62;": "    >",
  "&#60;": "    <",
  "&#91;": "    [",
  "&#93;": "]    ",
};
