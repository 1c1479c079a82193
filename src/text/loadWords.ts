import { type Language, languageOfTag, type Words } from "./words";

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import("./en/words")).en,
  "zh-cn": async () => (await import("./zhCn/words")).zhCn,
};

/** The words of one language, without loading those of the others: for a program that ends soon. */
export const loadWords = (tag: string): Promise<Words> => loaders[languageOfTag(tag)]();
