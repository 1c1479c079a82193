import type { SomeFieldWords } from "../words";

/** What TCP and UDP carry. */
export const applicationFields = {
  data: { label: "未解码", about: "这里没有描述它们的表。" },
} satisfies SomeFieldWords;
