import { css, html, nothing } from "lit";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import { words } from "../language";

/** So many are shown: nobody reads more, and a file may have any number of them. */
const most = 50;

/** What people wrote beside the packet. */
export function packetComments(comments: readonly string[]) {
  if (comments.length === 0) return nothing;
  const more = comments.length - most;
  return html`<div class="comments" role="group" aria-label=${words.messages["editor.comment"]} tabindex="0">
    ${comments
      .slice(0, most)
      .map(
        (text) => html`<p class="comment"><vscode-icon name="comment" aria-hidden="true"></vscode-icon><span>${text}</span></p>`,
      )}
    ${more > 0 ? html`<p class="comment">${say(words, "editor.comment.more", { count: formatCount(more) })}</p>` : nothing}
  </div>`;
}

export const commentStyles = css`
  .comments {
    min-height: 0;
    overflow: auto;
    outline-offset: -1px;
  }
  .comments:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .comment {
    display: flex;
    gap: 6px;
    margin: 0;
    padding: 4px 12px;
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
  }
  .comment vscode-icon {
    flex: none;
    width: 16px;
    color: inherit;
  }
  .comment span {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
