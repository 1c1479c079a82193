/** The names of all methods of a contract, as a list: the compiler says which one is missing. */
export function namesOf<Contract>(all: Record<keyof Contract, true>): readonly (keyof Contract & string)[] {
  return Object.keys(all) as (keyof Contract & string)[];
}
