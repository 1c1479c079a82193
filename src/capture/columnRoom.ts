type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
type Maker = new (buffer: ArrayBuffer, offset: number, length: number) => Column;

/** One buffer from which columns of so many rows are cut, in the order of their widths. */
export class ColumnRoom {
  private readonly buffer: ArrayBuffer;
  private used = 0;

  constructor(
    private readonly rows: number,
    bytesPerRow: number,
  ) {
    this.buffer = new ArrayBuffer(rows * bytesPerRow);
  }

  /** A column with what another one has, and room behind. */
  take<Kind extends Column>(column: Kind): Kind {
    const taken = new (column.constructor as Maker)(this.buffer, this.used, this.rows) as Kind;
    taken.set(column);
    this.used += taken.byteLength;
    return taken;
  }
}
