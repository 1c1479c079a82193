/** VS Code's own noise. Every entry needs a reason, and nothing that our code could cause may match. */
const noise: { message: RegExp; reason: string }[] = [
  { message: /404 .*\/node_modules\/vsda\//, reason: "vsda is a closed module that only Microsoft's own builds carry" },
  {
    message: /404 .*\/_static\/src\/browser\/media\/favicon/,
    reason: "icons that code-server's wrapper, not used here, would serve",
  },
  { message: /_static\/out\/browser\/serviceWorker\.js/, reason: "a service worker that code-server's wrapper would serve" },
  { message: /^A bad HTTP response code \(404\) was received when fetching the script/, reason: "the same service worker" },
  {
    message: /No extension gallery service configured[\s\S]*getBuiltInExtensionTranslationsUri/,
    reason: "in another language than English, built-in extensions look online for their translations",
  },
  {
    message: /EEXIST: file already exists, open '.*vscode\.lock'/,
    reason: "the window before may hold the lock of the same folder's storage a moment longer; VS Code then takes another",
  },
  {
    message: / \[error\] SyntaxError: Unexpected end of JSON input$/,
    reason:
      "the same lock, read while the window before writes into it when it will be free; our side of the host parses no JSON",
  },
  {
    message: /Timed out waiting for authentication provider 'github' to register/,
    reason: "VS Code's account menu asks for the GitHub sign-in that this installation leaves out",
  },
  {
    message: /\[lifecycle\] Long running operations during shutdown are unsupported in the web/,
    reason: "said by VS Code of its own parts whenever a window is loaded again",
  },
  {
    message: /Unable to write file 'vscode-log:[\s\S]*IndexedDB database 'vscode-web-db' is closed/,
    reason: "a window that is loaded again writes to its own log after it has closed it",
  },
  { message: /No bundle location found for extension vscode\./, reason: "the same translations, as the extension host logs it" },
];

/** What went wrong on a page, and in any extension host since a moment. */
export function findProblems(pageErrors: readonly string[], extensionHostLog: string, since: Date): string[] {
  // every line of the log starts with its time in ISO 8601, which sorts as text
  const start = since.toISOString();
  const logged = extensionHostLog.split("\n").filter((line) => / \[error\] /.test(line) && line >= start);
  return [...pageErrors, ...logged].filter((problem) => !noise.some(({ message }) => message.test(problem)));
}
