/** Filters that outlive an editor: those that a person has saved, and those that were used last. */
export interface KeptFilters {
  readonly saved: readonly string[];
  /** The latest first, without those that are saved. */
  readonly recent: readonly string[];
}

const mostRecent = 30;
const none: KeptFilters = { saved: [], recent: [] };

/** Reads what was kept, perhaps by another version. */
export function readKeptFilters(kept: unknown): KeptFilters {
  if (typeof kept !== "object" || kept === null) return none;
  const { saved, recent } = kept as Record<keyof KeptFilters, unknown>;
  return { saved: textsOf(saved), recent: textsOf(recent).slice(0, mostRecent) };
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? [...new Set(value.filter((each): each is string => typeof each === "string" && each.trim() !== ""))]
    : [];

export function used({ saved, recent }: KeptFilters, expression: string): KeptFilters {
  if (expression === "" || saved.includes(expression)) return { saved, recent };
  return { saved, recent: [expression, ...recent.filter((each) => each !== expression)].slice(0, mostRecent) };
}

export function save({ saved, recent }: KeptFilters, expression: string): KeptFilters {
  if (expression === "" || saved.includes(expression)) return { saved, recent };
  return { saved: [...saved, expression], recent: recent.filter((each) => each !== expression) };
}

/** Forgets a saved filter, but remembers it as one that was used. */
export function unsave({ saved, recent }: KeptFilters, expression: string): KeptFilters {
  return used({ saved: saved.filter((each) => each !== expression), recent }, expression);
}

export function forget({ saved, recent }: KeptFilters, expression: string): KeptFilters {
  const others = (list: readonly string[]) => list.filter((each) => each !== expression);
  return { saved: others(saved), recent: others(recent) };
}
