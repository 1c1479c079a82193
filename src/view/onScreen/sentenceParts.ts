/** A sentence with its emphasis, numbers in code and references, as a page can draw it without any HTML of its own. */
export interface SentencePart {
  readonly kind: "plain" | "strong" | "code" | "link";
  readonly text: string;
  readonly href?: string;
}

const marks = /\*\*(.+?)\*\*|`([^`]+)`|\[(RFC (\d+)(?: §([\d.]+))?)\]/g;

export function sentenceParts(text: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > at) parts.push({ kind: "plain", text: text.slice(at, match.index) });
    const [whole, strong, code, reference, rfc, section] = match;
    if (strong !== undefined) parts.push({ kind: "strong", text: strong.replaceAll("`", "") });
    else if (code !== undefined) parts.push({ kind: "code", text: code });
    else parts.push({ kind: "link", text: reference, href: rfcAddress(rfc, section) });
    at = match.index + whole.length;
  }
  if (at < text.length) parts.push({ kind: "plain", text: text.slice(at) });
  return parts;
}

function rfcAddress(rfc: string, section: string | undefined): string {
  return `https://www.rfc-editor.org/rfc/rfc${rfc}${section ? `#section-${section}` : ""}`;
}
