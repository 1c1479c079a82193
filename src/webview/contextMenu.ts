/**
 * VS Code looks for `data-vscode-context` around the element that was clicked, but does not look into shadow trees: what is found on the
 * way out of them is put on the outermost element.
 */
export function passContextOn(event: Event): void {
  const outermost = event.currentTarget as HTMLElement;
  const found = event.composedPath().find((target) => target !== outermost && contextOf(target) !== undefined);
  outermost.dataset["vscodeContext"] = (found && contextOf(found)) ?? menuContext("editor");
}

/** What the `when` clauses of menus in package.json ask for. VS Code's own entries, such as *Paste*, mean nothing here. */
export const menuContext = (section: "editor" | "field" | "bytes" | "packet"): string =>
  JSON.stringify({ webviewSection: section, preventDefaultContextMenuItems: true });

function contextOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset["vscodeContext"] : undefined;
}
