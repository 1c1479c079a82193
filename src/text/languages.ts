import { en } from "./en/words";
import { type Language, languageOfTag, type Words } from "./words";
import { zhCn } from "./zhCn/words";

const languages: Readonly<Record<Language, Words>> = { en, "zh-cn": zhCn };

export const wordsFor = (tag: string): Words => languages[languageOfTag(tag)];
