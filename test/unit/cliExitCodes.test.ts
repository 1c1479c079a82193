import { strict as assert } from "node:assert";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { text, zeros } from "../dsl/bytes";
import { wirenote } from "../dsl/commandLine";
import { conversation } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";
import { suiteFolder } from "../dsl/suiteFolder";

const { path: folder, file } = suiteFolder();

describe("exit codes", () => {
  const whole = pcapFile(conversation("C>S SYN | S>C SYN,ACK"));
  const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ["1 for a file that is no capture", ["packets", file("text.txt", zeros(50))], 1, /^This is no capture: .*00000000\.\n$/],
    ["1 for another program's capture", ["packets", file("a.snoop", text("snoop\0\0\0"))], 1, /^This is a snoop capture .*\n$/],
    ["1 for an archive", ["packets", file("a.zip", text("PK\x03\x04"))], 1, /^This is a ZIP archive: unpack it first.*\n$/],
    ["1 for a program", ["packets", file("a.out", text("\x7fELF"))], 1, /^This is an ELF program, not a capture\.\n$/],
    ["1 for what is packed twice", ["packets", file("2.gz", gzipSync(gzipSync(whole)))], 1, /gzip-compressed file within.*\n$/],
    ["0 for a packed capture", ["packets", file("whole.gz", gzipSync(whole))], 0, /^$/],
    ["2 for a packed capture that is cut", ["packets", file("c.gz", gzipSync(whole).subarray(0, -9))], 2, /ends too early.*\n$/],
    ["1 for one of which nothing is left", ["packets", file("n.gz", gzipSync(whole).subarray(0, 9))], 1, /ends too early.*\n$/],
    ["1 for an empty file", ["packets", file("empty.cap", zeros(0))], 1, /^The file is empty.*\n$/],
    ["1 for no file", ["packets", join(folder, "nothing.cap")], 1, /^There is no file .*nothing\.cap\.\n$/],
    ["1 for a folder", ["packets", folder], 1, /^.* is a folder, not a capture\.\n$/],
    ["1 for an option that there is not", ["packets", "--jsn"], 1, /^There is no option --jsn.*\n$/],
    ["1 for one without its value", ["packets", "--count"], 1, /^--count needs a value\.\n$/],
    [
      "1 for a number that is none, in Chinese",
      ["packets", "samples/handshake.cap", "--count", "x", "--lang", "zh-cn"],
      1,
      /^x 不是整数。\n$/,
    ],
    ["0 for help", ["--help"], 0, /^$/],
    ["1 for no command", [], 1, /^Usage/],
    [
      "1 for a packet that is not there",
      ["tree", "samples/handshake.cap", "7"],
      1,
      /^There is no packet 7: the capture has 6\.\n$/,
    ],
    ["2 for a packet before the damage", ["tree", file("t1.cap", whole.subarray(0, -1)), "1"], 2, /^The file ends.*94 on.*\n$/],
    [
      "2 for one behind it",
      ["tree", file("t2.cap", whole.subarray(0, -1)), "2"],
      2,
      /^There is no packet 2.*\nThe file ends.*\n$/,
    ],
    ["2 for a file cut within a packet", ["packets", file("cut.cap", whole.subarray(0, whole.length - 1))], 2, /byte 94 on.*\n$/],
    ...(["connections", "follow", "flow", "stats"] as const).map(
      (command) =>
        [
          `2 for ${command} of a file cut within a packet`,
          [command, file(`${command}.cap`, whole.subarray(0, -1))],
          2,
          /byte 94 on.*\n$/,
        ] as const,
    ),
    ["0 for a capture without packets", ["packets", file("none.cap", pcapFile([]))], 0, /^$/],
  ];
  for (const [what, args, code, message] of cases) {
    it(`are ${what}, with one plain line`, () => {
      const result = wirenote(args);
      assert.equal(result.code, code);
      assert.match(result.err, message);
    });
  }
});
