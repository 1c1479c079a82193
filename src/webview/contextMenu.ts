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
export const menuContext = (section: MenuSection, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ webviewSection: section, preventDefaultContextMenuItems: true, ...more });
/** A packet may be pointed at in one of its cells that can be filtered by. */
type MenuSection = "editor" | "field" | "bytes" | "packet" | "cell";

function contextOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset["vscodeContext"] : undefined;
}
