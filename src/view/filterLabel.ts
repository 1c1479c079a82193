import { fieldsCalled } from "../protocols/filterNames";
import { headOf, labelOf, type Words } from "../text/words";

/** What a display-filter name is called, also where the field has another name in its header's table. */
export const filterLabel = (words: Words, name: string): string => labelOf(words, fieldsCalled(name)[0]);

/** The same, short enough for the head of a column. */
export const filterHead = (words: Words, name: string): string => headOf(words, fieldsCalled(name)[0]);
