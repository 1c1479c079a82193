import { css } from "lit";

/** Tabs as VS Code's panels have them. */
export const tabStyles = css`
  [role="tab"] {
    font: inherit;
    white-space: nowrap;
    color: var(--vscode-panelTitle-inactiveForeground, var(--vscode-descriptionForeground));
    background: none;
    border: none;
    border-bottom: 1px solid transparent;
    cursor: pointer;
  }
  [role="tab"][aria-selected="true"] {
    color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
    border-bottom-color: var(--vscode-panelTitle-activeBorder, currentcolor);
  }
  [role="tab"]:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
`;

/** Arrow keys in a list of tabs choose the next one, and take the keyboard there. */
export function onTabKey(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const tabs = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>("[role=tab]")];
  const at = tabs.indexOf(event.target as HTMLElement);
  if (!step || at < 0) return;
  event.preventDefault();
  const next = tabs[(at + step + tabs.length) % tabs.length];
  next.focus();
  next.click();
}
