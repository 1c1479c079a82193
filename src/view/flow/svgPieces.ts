/** Pieces of SVG as text: no more than `line`, `path`, `rect` and `text`, which other programs draw too. */
export const svgLine = (x1: number, y1: number, x2: number, y2: number, stroke: string, more = "") =>
  `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" stroke="${stroke}"${more}/>`;

/** Colours on white paper. */
export const ink = { line: "#6e6e6e", text: "#1b1b1b", beside: "#5a5a5a", told: "#333333", remark: "#5c3200" };

/** The width of a character, about. */
export const characterWidth = 7.2;

export interface TextStyle {
  readonly anchor?: "middle" | "end";
  readonly weight?: string;
  readonly size?: string;
  readonly fill?: string;
  readonly transform?: string;
}

export function svgText(x: number, y: number, content: string, style: TextStyle = {}): string {
  const { anchor, weight, size, fill = ink.text, transform } = style;
  const more = [
    anchor && `text-anchor="${anchor}"`,
    weight && `font-weight="${weight}"`,
    size && `font-size="${size}"`,
    transform && `transform="${transform}"`,
  ];
  const attributes = more.flatMap((each) => (each ? ` ${each}` : [])).join("");
  return `<text x="${rounded(x)}" y="${rounded(y)}" fill="${fill}"${attributes}>${escapeXml(content)}</text>`;
}

export const escapeXml = (content: string) =>
  content.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

export const rounded = (number: number) => Math.round(number * 100) / 100;
