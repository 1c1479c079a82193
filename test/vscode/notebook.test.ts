import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { conversation } from "../dsl/conversation";
import { dumpForms } from "../dsl/dumpForms";
import { readBytes } from "../dsl/readCapture";
import { waitFor, waitForMatch } from "../host/waitFor";

const ethernetSize = 14;
const handshake = conversation("C>S SYN | S>C SYN,ACK | C>S ACK").map(({ bytes }) => bytes.subarray(ethernetSize));

/** A cell of prose for each packet, and one without any. */
const cells = ["# Three segments", ...handshake.map((bytes) => ["```", ...dumpForms["tcpdump -X"](bytes), "```"].join("\n"))].map(
  (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, "markdown"),
);

function activeCapture(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}

describe("packets in a notebook", () => {
  let documents: vscode.TextDocument[];
  before(async () => {
    const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", new vscode.NotebookData(cells));
    documents = notebook.getCells().map(({ document }) => document);
  });

  it("are explained in their cells", async () => {
    const [, syn] = documents;
    const place = syn.positionAt(syn.getText().indexOf("5002"));
    await waitForMatch(/= \*\*SYN\*\*/, async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", syn.uri, place);
      return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join("\n");
    });
  });

  it("are one capture, opened at that of a cell", async () => {
    const [, , second] = documents;
    await vscode.commands.executeCommand("wirenote.openDumpAsCapture", second.uri.toString(), 1, 0);
    const capture = await waitFor("the capture", async () => activeCapture());
    const { packets } = await readBytes(await vscode.workspace.fs.readFile(capture));
    assert.equal(packets.length, handshake.length);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });
});
