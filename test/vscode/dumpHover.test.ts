import { strict as assert } from "node:assert";
import * as vscode from "vscode";

const samples = () => vscode.workspace.workspaceFolders![0].uri;

/** What a hover over the first such text says. */
async function hoverOver(document: vscode.TextDocument, text: string, from = 0): Promise<{ said: string; marked: string }> {
  const place = document.positionAt(document.getText().indexOf(text, from) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, place);
  const said = hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join("\n");
  return { said, marked: hovers[0]?.range ? document.getText(hovers[0].range) : "" };
}

describe("hover over a dump", () => {
  it("explains 8010 in the sample note", async () => {
    const note = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(samples(), "note.md"));
    const { said, marked } = await hoverOver(note, "8010", note.getText().indexOf("0x0000"));
    assert.match(said, /\*\*32 bytes\*\*/);
    assert.match(said, /= \*\*ACK\*\*/);
    assert.equal(marked, "8010");
  });

  it("says nothing over ordinary text", async () => {
    const note = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(samples(), "note.md"));
    assert.equal((await hoverOver(note, "One connection")).said, "");
  });

  it("serves documents of every language", async () => {
    const content =
      "// \t0x0000:  4500 0028 0001 4000 4006 0000 7f00 0001\n// \t0x0010:  7f00 0001 0050 c000 0000 0001 0000 0002\n// \t0x0020:  5012 ffff 0000 0000";
    for (const language of ["javascript", "plaintext", "tcpdump", "log"]) {
      const document = await vscode.workspace.openTextDocument({ language, content });
      const { said } = await hoverOver(document, "5012");
      assert.match(said, /= \*\*SYN, ACK\*\*/, `${language}: ${said}`);
    }
  });
});

describe("hover over words", () => {
  const cases: readonly [language: string, content: string, text: string, said: RegExp][] = [
    ["markdown", "IP 10.0.0.1.80 > 10.0.0.2.5000: Flags [S.], seq 7, ack 9, win 65535, length 0", "Flags", /second of three/],
    ["plaintext", "52296 → 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460", "MSS", /1460/],
    ["markdown", "tcp  0  0 ubuntu:58824  39.156.66.18:http  TIME_WAIT", "TIME_WAIT", /2MSL/],
    ["markdown", "The TCP header of the second segment has the flags word `0x8012`.", "0x8012", /SYN/],
  ];
  for (const [language, content, text, said] of cases) {
    it(`explains ${text}`, async () => {
      const document = await vscode.workspace.openTextDocument({ language, content });
      assert.match((await hoverOver(document, text)).said, said);
    });
  }

  it("leaves ordinary text alone", async () => {
    const content = "The port 8080 is closed. See issue #8010 and the list of hosts; established 1998.";
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
    for (const word of ["8080", "closed", "8010", "established"]) assert.equal((await hoverOver(document, word)).said, "", word);
  });
});

describe("the command that explains", () => {
  it("is there", async () => assert.ok((await vscode.commands.getCommands(true)).includes("wirenote.explainDump")));
});
