/**
 * No place in a block, or among the words of a table, is larger. Applying the mask tells the JavaScript engine that adding to a place
 * cannot overflow 32 bits, which spares it a check each time.
 */
export enum Place {
  mask = 0x3fff_ffff,
}
