/** Whoever had the keyboard before the palette has it again after so many turns, of so many milliseconds each. */
const turns = 60;
const turn = 20;

/**
 * Once the page has the keyboard again that the palette had: a list that VS Code opens sooner is closed by the keyboard's way back.
 * Where somebody else had it before, it does not come. Turns are waited for instead of a time: where the machine is busy, both take
 * longer.
 */
export async function keyboardBack(): Promise<void> {
  for (let waited = 0; waited < turns && !document.hasFocus(); waited += 1)
    await new Promise((resolve) => window.setTimeout(resolve, turn));
}
