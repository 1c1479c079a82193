/** What a mocha suite came to, as it crosses from the process that ran it to the one that sums up. */
export interface SuiteResult {
  passed: number;
  failed: number;
  skipped: number;
  /** Tests that passed at their second try only. */
  retried: string[];
  slowest: { title: string; ms: number }[];
  failures: { title: string; message: string }[];
}

const resultMarker = "##suite ";
const hostMarker = "##host ";

export function suiteLine(result: SuiteResult): string {
  return resultMarker + JSON.stringify(result);
}

/** The result in such a line, and nothing for a line of any other kind. */
export function parseSuiteLine(line: string): SuiteResult | undefined {
  return line.startsWith(resultMarker) ? JSON.parse(line.slice(resultMarker.length)) : undefined;
}

/** Marks what a suite in an extension host prints. */
export function hostLine(text: string): string {
  return hostMarker + text;
}

/** What the suite printed, and nothing for what VS Code itself logged. */
export function parseHostLine(line: string): string | undefined {
  return line.startsWith(hostMarker) ? line.slice(hostMarker.length) : undefined;
}
