/** The elements that have the keyboard, one within the other, outermost first: shadow trees hide it from one another. */
export function keyboardPath(): readonly Element[] {
  const path: Element[] = [];
  for (let holder = document.activeElement; holder; holder = holder.shadowRoot?.activeElement ?? null) path.push(holder);
  return path;
}
