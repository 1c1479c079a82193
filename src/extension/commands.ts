/** What the commands of the palette, of menus and of links do, by their names in `package.json`. */
// biome-ignore lint/suspicious/noExplicitAny: VS Code hands on whatever the link or the menu gave
export type Commands = Readonly<Record<string, (...given: any[]) => unknown>>;
