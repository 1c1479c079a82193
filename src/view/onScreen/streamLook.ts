export const streamDirections = ["both", "client", "server"] as const;
export type StreamDirection = (typeof streamDirections)[number];
export const streamFormats = ["text", "hex"] as const;
export type StreamFormat = (typeof streamFormats)[number];

/** Which part is shown of what both ends sent, and how. */
export interface StreamLook {
  /** Whose bytes are shown. */
  readonly direction: StreamDirection;
  readonly format: StreamFormat;
}

export const freshStreamLook: StreamLook = { direction: "both", format: "text" };

/** Reads what was kept; defaults stand in for whatever is missing or makes no sense. */
export function readStreamLook(
  { direction, format }: Readonly<Partial<Record<keyof StreamLook, unknown>>>,
  fresh: StreamLook,
): StreamLook {
  return {
    direction: streamDirections.find((each) => each === direction) ?? fresh.direction,
    format: streamFormats.find((each) => each === format) ?? fresh.format,
  };
}
