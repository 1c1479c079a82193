/** The widest of many texts. */
export function widestOf(texts: Iterable<string>): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, widthOf(text));
  return widest;
}

/** How many columns a text takes in a terminal: wide characters, such as Chinese ones, take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
      ? 2
      : 1;
  return width;
}

/** Columns under their headings, numbers aligned to the right. */
export function textTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const texts = [heads, ...rows.map((row) => row.map(String))];
  const widths = heads.map((_, column) => widestOf(texts.map((row) => row[column])));
  const isNumber = heads.map((_, column) => rows.every((row) => typeof row[column] === "number"));
  return texts.map((row) =>
    row
      .map((text, column) => {
        const padding = " ".repeat(widths[column] - widthOf(text));
        return isNumber[column] ? padding + text : text + padding;
      })
      .join("  ")
      .trimEnd(),
  );
}
