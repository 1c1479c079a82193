import { noChange } from "lit";
import { Directive, directive, type ElementPart, type PartInfo, PartType } from "lit/directive.js";

/** Sets CSS properties one by one, since this page's policy forbids the `style` attribute with which Lit's own directive begins. */
class Styled extends Directive {
  private before: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("belongs on an element");
  }

  override update({ element }: ElementPart, [properties]: [Readonly<Record<string, string>>]): typeof noChange {
    const { style } = element as HTMLElement;
    for (const name of this.before) if (!(name in properties)) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    this.before = Object.keys(properties);
    return noChange;
  }

  render(_properties: Readonly<Record<string, string>>): typeof noChange {
    return noChange;
  }
}

export const styled = directive(Styled);
