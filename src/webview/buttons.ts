import { css } from "lit";

/** Buttons with words on them, as in VS Code's dialogs; the one that is most likely meant is `primary`. */
export const buttonStyles = css`
  .button {
    padding: 2px 8px;
    font: inherit;
    color: var(--vscode-button-secondaryForeground);
    background: var(--vscode-button-secondaryBackground);
    border: 1px solid var(--vscode-button-secondaryBorder, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    cursor: pointer;
  }
  .button:hover {
    background: var(--vscode-button-secondaryHoverBackground);
  }
  .button.primary {
    color: var(--vscode-button-foreground);
    background: var(--vscode-button-background);
    border-color: var(--vscode-button-border, transparent);
  }
  .button.primary:hover {
    background: var(--vscode-button-hoverBackground);
  }
  .button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;
