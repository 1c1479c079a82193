import { html, nothing } from "lit";

/** Something that can be chosen below the filter box. */
export interface Offer {
  readonly text: string;
  /** What it is called, or where it comes from. */
  readonly label?: string;
  readonly icon?: string;
}

export function renderOffers(offers: readonly Offer[], choice: number, name: string, accept: (index: number) => void) {
  return html`<ul class="popup" role="listbox" id="items" aria-label=${name}>
    ${offers.map(({ text, label, icon }, index) => {
      const take = (event: Event) => {
        // the input keeps the focus
        event.preventDefault();
        accept(index);
      };
      return html`<li id=${`item-${index}`} role="option" aria-selected=${index === choice} @pointerdown=${take}>
        ${icon ? html`<vscode-icon name=${icon} aria-hidden="true"></vscode-icon>` : nothing}<span>${text}</span>${label && label !== text ? html`<small>${label}</small>` : nothing}
      </li>`;
    })}
  </ul>`;
}
