import { strict as assert } from "node:assert";
import type { Frame } from "playwright-core";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** Where the keyboard is: what it is called, and whether that can be seen. */
interface Stop {
  readonly place: string;
  readonly role: string;
  readonly name: string;
  readonly isSeen: boolean;
}

describe("a walk through the capture editor with the Tab key", () => {
  const vscode = sharedVsCode({ size: { width: 1600, height: 1000 } });
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-ladder .arrow");
    await editor.locator("wirenote-detail-tree [role=treeitem]").first().waitFor();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const stop = (): Promise<Stop | undefined> => editor.evaluate(stopInPage);
  const focusFilter = () => editor.locator("wirenote-filter-box input").focus();

  async function walk(): Promise<Stop[]> {
    await focusFilter();
    const stops: Stop[] = [];
    for (let at = await stop(); at; at = await stop()) {
      stops.push(at);
      assert.ok(stops.length < 80, "the walk goes on for ever");
      await press("Tab");
    }
    return stops;
  }

  it("comes to every pane, in the order in which they stand, and out again", async () => {
    const stops = await walk();
    const panes = [
      "wirenote-filter-box",
      "wirenote-packet-list",
      "wirenote-detail-tree",
      "wirenote-bytes",
      "wirenote-flow",
      "wirenote-header",
    ];
    const order = stops.flatMap(({ place }) => panes.filter((pane) => place.includes(pane)));
    assert.deepEqual([...new Set(order)], panes);
  });

  it("says at each stop what that is, and shows where it is", async () => {
    const stops = await walk();
    assert.deepEqual(
      stops.filter(({ name }) => name === "").map(({ place }) => place),
      [],
    );
    assert.deepEqual(
      stops.filter(({ isSeen }) => !isSeen).map(({ place, name }) => `${place}: ${name}`),
      [],
    );
  });

  it("does so where panes are tabs", async () => {
    await workbench.page.setViewportSize({ width: 900, height: 900 });
    await editor.locator("#tab-flow").waitFor();
    const stops = await walk();
    assert.deepEqual(
      stops.filter(({ name, isSeen }) => name === "" || !isSeen).map(({ place }) => place),
      [],
    );
    await workbench.page.setViewportSize({ width: 1600, height: 1000 });
    await editor.locator("#tab-flow").waitFor({ state: "detached" });
  });

  it("leaves what was opened by Escape, to where it came from", async () => {
    const isAt = (place: string) => waitFor(place, async () => (await stop())?.place.includes(place));
    await editor.locator("wirenote-packet-list [role=grid]").focus();
    await workbench.runCommand("Wirenote: Find...");
    await isAt("wirenote-find-bar>input");
    await press("Escape");
    await isAt("wirenote-packet-list>div");
    await press("Tab");
    await isAt("wirenote-list-head");
    await press("Shift+F10");
    await editor.locator("wirenote-menu [role^=menuitem]").first().waitFor();
    await press("Escape");
    await isAt("wirenote-list-head");
    await focusFilter();
    await press("Alt+ArrowDown");
    await press("Escape");
    await isAt("wirenote-filter-box");
  });

  it("meets nothing that moves by itself, or slides instead of being there", async () =>
    assert.deepEqual(await editor.evaluate(movingInPage), []));

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});

/** Runs in the page. */
function stopInPage(): Stop | undefined {
  const path: Element[] = [];
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) path.push(at);
  const element = path.at(-1);
  if (!element || element === document.body) return undefined;
  const probe = document.body.appendChild(document.createElement("span"));
  probe.className = "probe";
  probe.style.setProperty("color", "var(--vscode-focusBorder)");
  const focusColour = getComputedStyle(probe).color;
  probe.remove();
  const drawn = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== "none" && style.outlineColor === focusColour) ||
    (style.borderTopStyle !== "none" && style.borderTopColor === focusColour) ||
    style.backgroundColor === focusColour;
  const styles = path.flatMap((each) => [getComputedStyle(each), getComputedStyle(each, "::after")]);
  const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? "";
  return {
    place: path.map((each) => each.localName).join(">"),
    role: element.getAttribute("role") ?? element.localName,
    name: (element.getAttribute("aria-label") ?? "") || label.trim() || (element.textContent ?? "").trim(),
    isSeen: styles.some(drawn),
  };
}

/** Runs in the page: what has an animation or a transition, in all shadow trees. */
function movingInPage(): string[] {
  const within = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll("*")].flatMap((each) => [each, ...(each.shadowRoot ? within(each.shadowRoot) : [])]);
  return within(document)
    .filter((each) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
      return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior !== "auto";
    })
    .map(({ localName, className }) => `${localName}.${String(className)}`);
}
