/** Lines to standard output in large writes; waits when the reader is slower. */
export class Output {
  private text = "";

  line(text: string): void {
    this.text += `${text}\n`;
  }

  json(value: unknown): void {
    this.line(JSON.stringify(value));
  }

  /** Call between packets: writes only when much has come together. */
  async breathe(): Promise<void> {
    if (this.text.length > 1 << 16) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.text;
    this.text = "";
    if (text !== "" && !process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}
