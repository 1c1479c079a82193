/** The value of a part in an overview of the list if all of its packets are of the kind that is looked for; 0 means none. */
export const allOfPart = 255;
