import { css } from "lit";

/** Rows that scroll with a bar of their own (`longScroll.ts`), framed while they have the focus. */
export const scrollerStyles = css`
  .scroller {
    overflow: auto;
    outline: none;
    overflow-anchor: none;
  }
  .scroller:focus-visible::after {
    content: "";
    position: absolute;
    z-index: 3;
    inset: 0;
    border: 1px solid var(--vscode-focusBorder);
    pointer-events: none;
  }
  .window {
    position: sticky;
    height: 0;
  }
  .height {
    width: 1px;
  }
`;
