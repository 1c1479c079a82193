/** A filter combined with the one in force. */
export const alsoFilter = (own: string, before: string): string => (before ? `(${before}) && (${own})` : own);
