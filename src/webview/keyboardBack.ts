/** So often it is looked whether the page has the keyboard, so many milliseconds apart. */
const turns = 60;
const turn = 20;

/**
 * Waits until VS Code's palette has given the keyboard back to the page, which closes any list that VS Code has opened before. If
 * somebody else had the keyboard before the palette, it does not come back here: so looks are counted, not milliseconds, for on a busy
 * machine both take longer.
 */
export async function keyboardBack(): Promise<void> {
  for (let waited = 0; waited < turns && !document.hasFocus(); waited += 1)
    await new Promise((resolve) => window.setTimeout(resolve, turn));
}
