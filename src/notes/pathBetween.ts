/** The relative path from a file to another one; both are given as whole paths, with slashes. */
export function pathBetween(from: string, to: string): string {
  const own = from.split("/").slice(0, -1);
  const other = to.split("/");
  const isShared = (part: string, index: number) => part === other[index];
  const differs = own.findIndex((part, index) => !isShared(part, index));
  const shared = differs < 0 ? own.length : differs;
  return [...own.slice(shared).map(() => ".."), ...other.slice(shared)].join("/");
}
