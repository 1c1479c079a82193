/** The focused elements, each inside the shadow tree of the one before, the outermost first: a document names only that one. */
export function keyboardPath(): readonly Element[] {
  const path: Element[] = [];
  for (let holder = document.activeElement; holder; holder = holder.shadowRoot?.activeElement ?? null) path.push(holder);
  return path;
}
