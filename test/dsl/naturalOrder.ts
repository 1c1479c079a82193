/** As people order texts: digits by their value, capital letters as small ones. */
export function inNaturalOrder(a: string, b: string): number {
  const parts = (text: string) => text.toLowerCase().match(/\d+|\D/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const areNumbers = /^\d/.test(left[i]) && /^\d/.test(right[i]);
    const difference = areNumbers ? Number(left[i]) - Number(right[i]) : left[i] < right[i] ? -1 : left[i] > right[i] ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
