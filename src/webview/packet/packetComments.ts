import { css, html, nothing } from "lit";
import type { PacketNote } from "../../engine/pageContract";
import { formatCount } from "../../text/value";
import { say } from "../../text/words";
import { host } from "../host";
import { words } from "../language";

/** So many at most are shown: nobody reads more, and a file may have any number of them. */
const most = 50;

/** What people wrote about the packet: comments in the capture, and notes. */
export function packetComments(comments: readonly string[], notes: readonly PacketNote[]) {
  const all = [...comments.map(commentOf), ...notes.map(noteOf)];
  if (all.length === 0) return nothing;
  const more = all.length - most;
  return html`<div class="comments" role="group" aria-label=${words.messages["editor.comment"]} tabindex="0">
    ${all.slice(0, most)}
    ${more > 0 ? html`<p class="comment">${say(words, "editor.comment.more", { count: formatCount(more) })}</p>` : nothing}
  </div>`;
}

const commentOf = (text: string) =>
  html`<p class="comment"><vscode-icon name="comment" aria-hidden="true"></vscode-icon><span>${text}</span></p>`;

const noteOf = (note: PacketNote) =>
  html`<p class="comment">
    <vscode-icon name="note" aria-hidden="true"></vscode-icon>
    <span>${note.text}</span>
    <button class="link" title=${say(words, "editor.note.open", { ...note, line: note.line + 1 })} @click=${() => void host.openNote(note)}>${note.name}</button>
  </p>`;

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
  .link {
    flex: none;
    align-self: start;
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--vscode-textLink-foreground);
    font: inherit;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  .link:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
`;
