import { type EditorCommands, editorCommands } from "../engine/pageContract";
import { listen } from "../engine/rpc";
import { host, port } from "./host";

const listeners = new Set<Partial<EditorCommands>>();

/** Answers VS Code's commands from now on; returns a function that stops this. */
export function onCommands(answers: Partial<EditorCommands>): () => void {
  listeners.add(answers);
  return () => void listeners.delete(answers);
}

type AnyCommand = (...args: readonly unknown[]) => void;
const all = editorCommands.map((name) => [
  name,
  (...args: readonly unknown[]) => {
    for (const answers of listeners) (answers[name] as AnyCommand | undefined)?.(...args);
  },
]);
listen<EditorCommands>(port, Object.fromEntries(all));

/** Command+M marks a packet; without this, macOS would also minimise the window. */
document.addEventListener("keydown", (event) => {
  if (event.metaKey && event.key === "m") event.preventDefault();
});

/** Tells VS Code while the page has the keyboard, for its keybindings. */
function tellFocus(): void {
  const tell = () => void host.focused(document.hasFocus());
  window.addEventListener("focus", tell);
  window.addEventListener("blur", tell);
  if (document.hasFocus()) tell();
}
tellFocus();
