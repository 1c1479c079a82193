type TypedArray<T> = { readonly length: number; set(from: T): void };

/** A typed array with the same content and more room. What is never written takes no memory. */
export function grown<T extends TypedArray<T>>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
