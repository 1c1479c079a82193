import type { SomeFieldWords } from "../words";

/** What TCP and UDP carry. */
export const applicationFields = {
  data: { label: "Not decoded", about: "Bytes for which there is no table here." },
} satisfies SomeFieldWords;
