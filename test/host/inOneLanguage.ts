/** What a person does is the same in every language, and is tried in one of them; what VS Code then says is looked at in each. */
export function inOneLanguage(language: string): (title: string, act: () => Promise<void>) => void {
  return language === "en" ? (title, act) => void it(title, act) : () => {};
}
