/** Milliseconds: whoever had the keyboard before the palette has it again by then. */
const longEnough = 1000;

/**
 * Once the page has the keyboard again that the palette had: a list that VS Code opens sooner is closed by the keyboard's way back.
 * Where somebody else had it before, it does not come.
 */
export function keyboardBack(): Promise<void> {
  if (document.hasFocus()) return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener("focus", () => resolve(), { once: true });
    window.setTimeout(resolve, longEnough);
  });
}
