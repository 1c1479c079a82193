import { fieldsCalled } from "../protocols/filterNames";
import { headOf, labelOf, type Words } from "../text/words";

/** The label for the name of a field in filters, even if its header's table has another name for it. */
export const filterLabel = (words: Words, name: string): string => labelOf(words, fieldsCalled(name)[0]);

/** The same, short enough for the heading of a column. */
export const filterHead = (words: Words, name: string): string => headOf(words, fieldsCalled(name)[0]);
