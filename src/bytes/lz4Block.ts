/**
 * Unpacks one LZ4 block into `into` from `at` on and says where it ends; matches may reach back to `into`'s first byte.
 * https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
export function unpackLz4Block(block: Uint8Array, into: Uint8Array, at: number): number {
  let from = 0;
  let to = at;
  const longer = (length: number): number => {
    if (length < 15) return length;
    let total = length;
    let byte = 255;
    while (byte === 255) {
      if (from >= block.length) throw new RangeError("an LZ4 length runs past its block");
      byte = block[from];
      from += 1;
      total += byte;
    }
    return total;
  };
  while (from < block.length) {
    const token = block[from];
    from += 1;
    const literals = longer(token >>> 4);
    if (from + literals > block.length || to + literals > into.length) throw new RangeError("LZ4 literals run past their block");
    into.set(block.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // the last sequence is literals only
    if (from === block.length) return to;
    if (from + 2 > block.length) throw new RangeError("an LZ4 block ends within an offset");
    const distance = block[from] | (block[from + 1] << 8);
    from += 2;
    const length = longer(token & 15) + 4;
    if (distance === 0 || distance > to || to + length > into.length) throw new RangeError("an LZ4 match points outside");
    // a match may overlap what it makes: then its beginning repeats
    if (distance >= length) into.copyWithin(to, to - distance, to - distance + length);
    else for (let i = 0; i < length; i += 1) into[to + i] = into[to + i - distance];
    to += length;
  }
  return to;
}
