import { css, html, type TemplateResult } from "lit";

/** A choice of one of a few, which stand side by side. */
export function choice<Name extends string>(
  label: string,
  names: readonly Name[],
  textOf: (name: Name) => string,
  chosen: Name,
  choose: (name: Name) => void,
): TemplateResult {
  return html`<div class="choice" role="group" aria-label=${label} title=${label}>
    ${names.map((name) => html`<button aria-pressed=${name === chosen} @click=${() => choose(name)}>${textOf(name)}</button>`)}
  </div>`;
}

export const choiceStyles = css`
  .choice {
    display: flex;
    padding: 1px;
    border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
    border-radius: 3px;
  }
  .choice button {
    padding: 1px 8px;
    font: inherit;
    color: inherit;
    white-space: nowrap;
    background: none;
    border: 1px solid transparent;
    border-radius: 2px;
    cursor: pointer;
  }
  .choice button[aria-pressed="true"] {
    color: var(--vscode-inputOption-activeForeground, inherit);
    background: var(--vscode-inputOption-activeBackground);
    border-color: var(--vscode-inputOption-activeBorder, transparent);
  }
  .choice button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
`;
