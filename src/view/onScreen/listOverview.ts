/** What an overview of a list says of a part of it whose packets are all of the kind that is looked for; 0 where none is. */
export const allOfPart = 255;
