/** A filter beside the one that is in force. */
export const alsoFilter = (own: string, before: string): string => (before ? `(${before}) && (${own})` : own);
