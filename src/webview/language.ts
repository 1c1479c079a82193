import { wordsFor } from "../text/languages";

/** The page's language is VS Code's. */
export const words = wordsFor(document.documentElement.lang);
