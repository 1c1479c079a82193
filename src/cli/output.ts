/** Characters that are kept back at most. */
const enough = 1 << 16;

/** Lines for standard output in large writes; waits where the reader is slower. */
export class Output {
  private text = "";

  line(text: string): void {
    this.text += `${text}\n`;
  }

  json(value: unknown): void {
    this.line(JSON.stringify(value));
  }

  /** To be called between packets: writes only when much has come together. */
  async breathe(): Promise<void> {
    if (this.text.length > enough) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.text;
    this.text = "";
    if (text !== "") await write(text);
  }
}

/** Bytes for standard output, as they are. */
export class ByteOutput {
  private pieces: Uint8Array[] = [];
  private waiting = 0;

  /** Keeps a copy, since what is read next may be in the same memory. */
  bytes(bytes: Uint8Array): void {
    this.pieces.push(bytes.slice());
    this.waiting += bytes.length;
  }

  /** To be called between packets: writes only when much has come together. */
  async breathe(): Promise<void> {
    if (this.waiting > enough) await this.flush();
  }

  async flush(): Promise<void> {
    const pieces = this.pieces;
    this.pieces = [];
    this.waiting = 0;
    if (pieces.length > 0) await write(Buffer.concat(pieces));
  }
}

async function write(data: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(data)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
