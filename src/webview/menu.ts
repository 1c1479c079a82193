import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";

export interface MenuItem {
  readonly label: string;
  /** Whether the entry is checked, alone or as one of several; missing if it just does something. */
  readonly check?: { readonly kind: "checkbox" | "radio"; readonly isOn: boolean };
  readonly isDisabled?: boolean;
  readonly act: () => void;
}
export type MenuGroup = readonly MenuItem[];

/** A context menu like VS Code's own: for mouse and keyboard, above everything, and closed when a person does something else. */
@customElement("wirenote-menu")
export class Menu extends LitElement {
  static override readonly styles = css`
    :host {
      position: fixed;
      inset: auto;
      margin: 0;
      padding: 4px 0;
      min-width: 160px;
      max-height: 90vh;
      overflow: auto;
      font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family);
      color: var(--vscode-menu-foreground);
      background: var(--vscode-menu-background);
      border: 1px solid var(--vscode-menu-border, var(--vscode-contrastBorder, transparent));
      border-radius: 5px;
      box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    }
    [role^="menuitem"] {
      display: grid;
      grid-template-columns: 24px 1fr;
      align-items: center;
      margin: 0 4px;
      height: 24px;
      padding-right: 20px;
      border: 1px solid transparent;
      border-radius: 4px;
      white-space: nowrap;
      outline: none;
      cursor: pointer;
    }
    [role^="menuitem"]:focus {
      color: var(--vscode-menu-selectionForeground);
      background: var(--vscode-menu-selectionBackground);
      border-color: var(--vscode-menu-selectionBorder, transparent);
    }
    [aria-disabled="true"] {
      color: var(--vscode-disabledForeground);
      cursor: default;
    }
    .tick {
      text-align: center;
    }
    hr {
      margin: 4px 0;
      border: none;
      border-top: 1px solid var(--vscode-menu-separatorBackground);
    }
  `;

  @state() private groups: readonly MenuGroup[] = [];
  private back: HTMLElement | undefined;

  override render() {
    return html`${this.groups.map(
      (group, i) => html`${i > 0 ? html`<hr role="separator" />` : nothing}${group.map((item) => this.renderItem(item))}`,
    )}`;
  }

  private renderItem(item: MenuItem) {
    const { check, label, isDisabled = false } = item;
    return html`<div
      role=${check ? `menuitem${check.kind}` : "menuitem"}
      tabindex="-1"
      aria-checked=${check ? check.isOn : nothing}
      aria-disabled=${isDisabled}
      @click=${() => this.choose(item)}
      @pointermove=${(event: PointerEvent) => (event.currentTarget as HTMLElement).focus()}
    >
      <span class="tick" aria-hidden="true">${check?.isOn ? "✓" : ""}</span><span>${label}</span>
    </div>`;
  }

  /** Shows the menu; `back` gets the focus again afterwards. */
  async show(
    groups: readonly MenuGroup[],
    label: string,
    at: { readonly x: number; readonly y: number },
    back: HTMLElement,
  ): Promise<void> {
    this.groups = groups.filter((group) => group.length > 0);
    this.back = back;
    this.setAttribute("role", "menu");
    this.setAttribute("aria-label", label);
    this.popover = "manual";
    document.body.append(this);
    this.showPopover();
    await this.updateComplete;
    const { width, height } = this.getBoundingClientRect();
    this.style.left = `${Math.max(0, Math.min(at.x, window.innerWidth - width - 2))}px`;
    this.style.top = `${Math.max(0, Math.min(at.y, window.innerHeight - height - 2))}px`;
    this.items[0]?.focus();
    this.addEventListener("keydown", this.onKey);
    window.addEventListener("pointerdown", this.onOutside, true);
    window.addEventListener("blur", this.close);
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { items } = this;
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    event.stopPropagation();
    if (event.key in targets) items[targets[event.key]].focus();
    else if (event.key === "Enter" || event.key === " ") items[at]?.click();
    else if (event.key === "Escape" || event.key === "Tab") this.close();
    else return;
    event.preventDefault();
  };

  private readonly onOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.close();
  };

  private choose(item: MenuItem): void {
    if (item.isDisabled) return;
    this.close();
    item.act();
  }

  private readonly close = (): void => {
    this.removeEventListener("keydown", this.onKey);
    window.removeEventListener("pointerdown", this.onOutside, true);
    window.removeEventListener("blur", this.close);
    this.remove();
    this.back?.focus();
  };
}

/** Opens a menu at a place of the window. */
export function openMenu(
  groups: readonly MenuGroup[],
  label: string,
  at: { readonly x: number; readonly y: number },
  back: HTMLElement,
): void {
  void (document.createElement("wirenote-menu") as Menu).show(groups, label, at, back);
}
