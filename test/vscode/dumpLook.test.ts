import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { waitForEqual } from "../host/waitFor";

const rows = [
  "14:58:04.199769 IP 192.168.1.11.32896 > 192.168.1.10.6378: Flags [.], ack 2882988349, win 229, length 0",
  "\t0x0000:  4510 0034 2db9 4000 4006 9e13 0af9 ac2a  E..4-.@.@......*",
  "\t0x0010:  0af9 accb 8080 18ea 5194 3a04 abd6 e93d  ........Q.:....=",
  "\t0x0020:  【8010】 00e5 6f0e 0000 0101 080a b519 17bb  ....o...........",
  "\t0x0030:  873e 73c5                                .>s.",
];

const open = (language: string, content = rows.join("\n")) => vscode.workspace.openTextDocument({ language, content });
const whole = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0);

/** The texts that have a colour, with its name. */
async function coloured(document: vscode.TextDocument): Promise<[string, string][]> {
  const args = [document.uri, whole(document)] as const;
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    "vscode.provideDocumentRangeSemanticTokensLegend",
    ...args,
  );
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
    "vscode.provideDocumentRangeSemanticTokens",
    ...args,
  );
  const found: [string, string][] = [];
  let [line, column] = [0, 0];
  for (let i = 0; i + 4 < tokens.data.length; i += 5) {
    const [lines, columns, length, type] = tokens.data.slice(i, i + 4);
    column = lines > 0 ? columns : column + columns;
    line += lines;
    found.push([document.getText(new vscode.Range(line, column, line, column + length)), legend.tokenTypes[type]]);
  }
  return found;
}

async function symbolsOf({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const command = "vscode.executeDocumentSymbolProvider";
  return (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(command, uri)) ?? [];
}

describe("dumps look like packets", () => {
  for (const language of ["markdown", "plaintext", "tcpdump"]) {
    it(`in ${language}, each byte in the colour of its field`, async () => {
      const found = new Map(await coloured(await open(language)));
      const expected = {
        "4510 0034 2db9 4000 4006": "packetNetwork",
        "9e13": "packetChecksum",
        "0af9 accb": "packetAddress",
        "8080 18ea": "packetPort",
        "5194 3a04": "packetSequence",
        "abd6 e93d": "packetAcknowledgment",
        "8010": "packetFlags",
        "00e5": "packetWindow",
        "6f0e": "packetChecksum",
        "0101 080a b519 17bb": "packetOption",
      };
      for (const [digits, type] of Object.entries(expected)) assert.equal(found.get(digits), type, digits);
    });
  }

  it("says the flags behind their word, unless told not to", async () => {
    const document = await open("markdown");
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole(document));
    const seen = async () => ((await hints()) ?? []).map(({ label, position }) => [label, position.line, position.character]);
    const behindFlags = rows[3].indexOf("8010") + "8010".length;
    await waitForEqual([["◂ ACK", 3, behindFlags]], seen);
    const settings = vscode.workspace.getConfiguration();
    await settings.update("wirenote.dumps.flagHints", false, vscode.ConfigurationTarget.Global);
    await waitForEqual([], seen);
    await settings.update("wirenote.dumps.flagHints", undefined, vscode.ConfigurationTarget.Global);
  });

  it("folds and lists packets in the tcpdump language, and nowhere else", async () => {
    const text = [...rows, ...rows].join("\n");
    const document = await open("tcpdump", text);
    const packets = [
      [0, 4],
      [5, 9],
    ];
    await waitForEqual(packets, async () => {
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        "vscode.executeFoldingRangeProvider",
        document.uri,
      );
      return (folds ?? []).map(({ start, end }) => [start, end]);
    });
    await waitForEqual(packets, async () => (await symbolsOf(document)).map(({ range }) => [range.start.line, range.end.line]));
    assert.match((await symbolsOf(document))[0].name, /^32896 → 6378 \[ACK\] .*Len=0/);
    assert.deepEqual(await symbolsOf(await open("plaintext", text)), []);
  });
});
