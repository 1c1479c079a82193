/** The state of the filter box, and what keys can do in it. */
export interface FilterKeys {
  readonly offers: number;
  /** The offer that is chosen; -1 for none. */
  readonly choice: number;
  readonly isEmpty: boolean;
  readonly isRunning: boolean;
  choose(index: number): void;
  accept(): void;
  /** Forgets a filter that was used before; missing if such filters are not being offered. */
  readonly forget: (() => void) | undefined;
  openHistory(): void;
  close(): void;
  cancel(): void;
  enter(): void;
}

/** What a key does; nothing if the input itself takes it. */
export function keyAction({ key, altKey, isComposing }: KeyboardEvent, keys: FilterKeys): (() => void) | undefined {
  // an input method is still composing, as for Chinese
  if (isComposing) return undefined;
  const { offers, choice } = keys;
  const isChosen = offers > 0 && choice >= 0;
  switch (key) {
    case "ArrowDown":
      if (offers > 0) return () => keys.choose((choice + 1) % offers);
      return altKey || keys.isEmpty ? keys.openHistory : undefined;
    case "ArrowUp":
      return offers > 0 ? () => keys.choose((choice - 1 + offers) % offers) : undefined;
    case "Escape":
      if (offers > 0) return keys.close;
      return keys.isRunning ? keys.cancel : undefined;
    case "Tab":
      return isChosen ? keys.accept : undefined;
    case "Delete":
      return isChosen ? keys.forget : undefined;
    case "Enter":
      return isChosen ? keys.accept : keys.enter;
    default:
      return undefined;
  }
}
