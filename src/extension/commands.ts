/** What the commands of the palette, of menus and of links do, by their names in `package.json`; VS Code hands on whatever was given. */
export type Commands = Readonly<Record<string, (...given: never[]) => unknown>>;
