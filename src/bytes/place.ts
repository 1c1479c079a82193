/**
 * No place in a block, or among the words of a table, is larger. Whoever applies the mask tells the machine that runs us that
 * adding to a place cannot overflow, which spares it a question every time.
 */
export enum Place {
  mask = 0x3fff_ffff,
}
