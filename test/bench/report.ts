import type { Measured } from "./measure";

interface Target {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly isMet: boolean;
  readonly sense: "≥" | "≤";
}

/** What was measured, as tables to read and as data; and what was asked for. */
export class Report {
  private readonly tables: { readonly title: string; readonly measured: readonly Measured[] }[] = [];
  private readonly targets: Target[] = [];

  get results(): object {
    return { date: new Date().toISOString().slice(0, 10), node: process.version, tables: this.tables, targets: this.targets };
  }

  table(title: string, measured: readonly Measured[]): void {
    this.tables.push({ title, measured });
    console.log(`\n${title}\n${"".padEnd(30)}${["median s", "min", "max", "× ours"].map((head) => head.padStart(10)).join("")}`);
    for (const { name, seconds, ratio } of measured) {
      const times = [seconds.median, seconds.min, seconds.max].map((value) => value.toFixed(3).padStart(10)).join("");
      console.log(`${name.padEnd(30)}${times}${ratio.toFixed(2).padStart(10)}`);
    }
  }

  line(text: string): void {
    console.log(text);
  }

  /** A value that is missing since a peer is: nothing to say. */
  atLeast(name: string, value: number | undefined, limit: number): void {
    if (value !== undefined) this.targets.push({ name, value, limit, isMet: value >= limit, sense: "≥" });
  }

  atMost(name: string, value: number | undefined, limit: number): void {
    if (value !== undefined) this.targets.push({ name, value, limit, isMet: value <= limit, sense: "≤" });
  }

  /** All targets; how many were missed. */
  printTargets(): number {
    console.log("\nTargets");
    for (const { name, value, limit, isMet, sense } of this.targets)
      console.log(`${isMet ? "  met " : "MISSED"}  ${name}: ${value.toFixed(2)} (${sense} ${limit})`);
    return this.targets.filter(({ isMet }) => !isMet).length;
  }
}
