/** What keeps a file from being written, as far as a person can do something about it. */
export type Hindrance = "denied" | "protected" | "gone" | "full" | "tooLarge";

export class Hindered extends Error {
  constructor(readonly hindrance: Hindrance) {
    super(hindrance);
  }
}

/** As a system names it, and as VS Code does for a file of another one. */
const hindrances: Readonly<Record<string, Hindrance>> = {
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "denied",
  NoPermissions: "denied",
  ENOENT: "gone",
  ENOTDIR: "gone",
  FileNotFound: "gone",
  ENOSPC: "full",
  EDQUOT: "full",
};

export function hindranceOf(error: unknown): Hindrance | undefined {
  if (error instanceof Hindered) return error.hindrance;
  return error instanceof Error && "code" in error ? hindrances[String(error.code)] : undefined;
}
