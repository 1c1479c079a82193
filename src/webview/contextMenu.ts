/**
 * VS Code looks for `data-vscode-context` around the element that was clicked, but not inside shadow trees. So what is found there, from the
 * inside out, is put on the outermost element.
 */
export function passContextOn(event: Event): void {
  const outermost = event.currentTarget as HTMLElement;
  const found = event.composedPath().find((target) => target !== outermost && contextOf(target) !== undefined);
  outermost.dataset["vscodeContext"] = (found && contextOf(found)) ?? menuContext("editor");
}

/** The context that the `when` clauses of menus in package.json test. VS Code's own entries, such as *Paste*, are left out. */
export const menuContext = (section: MenuSection, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ webviewSection: section, preventDefaultContextMenuItems: true, ...more });
/** Where the menu is opened; `cell` is a packet's cell by which a person can filter. */
type MenuSection = "editor" | "field" | "bytes" | "packet" | "cell";

function contextOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset["vscodeContext"] : undefined;
}
