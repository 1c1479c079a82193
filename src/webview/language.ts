import { wordsFor } from "../text/words";

/** The page's language is VS Code's. */
export const words = wordsFor(document.documentElement.lang);
