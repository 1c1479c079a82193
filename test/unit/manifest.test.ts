import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { inRepository } from "../host/repository";

interface Offered {
  readonly command: string;
}

interface Manifest {
  readonly capabilities: unknown;
  readonly contributes: {
    readonly commands: readonly Offered[];
    readonly menus: Readonly<Record<string, readonly Offered[]>>;
    readonly keybindings: readonly Offered[];
  };
}

const read = (name: string): string => readFileSync(inRepository(name), "utf8");

describe("the manifest", () => {
  const text = read("package.json");
  const { capabilities, contributes }: Manifest = JSON.parse(text);

  it("has its words in both languages, and no others", () => {
    const named = [...new Set(Array.from(text.matchAll(/"%([\w.]+)%"/g), ([, key]) => key))].sort();
    assert.ok(named.length > 50);
    for (const words of ["package.nls.json", "package.nls.zh-cn.json"])
      assert.deepEqual(Object.keys(JSON.parse(read(words))).sort(), named, words);
  });

  it("has menus and keys for commands that there are", () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const offered = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    assert.deepEqual(
      offered.filter(({ command }) => !commands.has(command)),
      [],
    );
  });

  // it runs nothing that a folder holds; undeclared, VS Code would switch it off where folders are not trusted
  it("lets the extension run in VS Code's Restricted Mode, and on file systems that are no disk", () =>
    assert.deepEqual(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true }));
});
