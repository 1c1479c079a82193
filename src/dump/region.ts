/** Lines that are read together, both ends included. */
export interface Region {
  readonly first: number;
  readonly last: number;
}
