import { wordsFor } from "../text/languages";

/** The words of the page's language, which is VS Code's. */
export const words = wordsFor(document.documentElement.lang);
