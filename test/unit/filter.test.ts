import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { memorySource } from "../../src/bytes/source";
import { openCapture } from "../../src/capture/readCapture";
import { filterFields } from "../../src/filter/fields";
import { PacketMatcher, readFilter } from "../../src/filter/filter";
import { parse } from "../../src/filter/parser";
import { compilePattern } from "../../src/filter/pattern";
import { print } from "../../src/filter/printer";
import { isReadable } from "../../src/filter/read";
import { fields } from "../../src/protocols/registry";
import { wordsFor } from "../../src/text/languages";
import { labelOf } from "../../src/text/words";
import { filterProblemPlace, filterProblemText } from "../../src/view/filterProblem";
import { conversationCapture } from "../dsl/conversation";
import { expressions } from "../dsl/filterExpressions";
import { FactsAlongTheWay } from "../dsl/packetFacts";
import { walkCapture } from "../dsl/walkCapture";
import { refused } from "../truth/filters/refusedFilters";
import { taken } from "../truth/filters/takenFilters";

const conversation =
  "C>S SYN | S>C SYN,ACK | C>S ACK | C>S PSH 0:400 | S>C ACK | S>C 0:1460 | C>S 400:500 @0.5 | C>S 400:500 @1 | S>C ACK win 0 | C>S FIN | S>C RST";

/** Numbers of the packets that an expression shows. */
async function shown(expression: string, capture = conversationCapture(conversation)): Promise<number[]> {
  const reading = readFilter(expression);
  assert.ok("filter" in reading, expression);
  const matcher = new PacketMatcher(reading.filter);
  const source = memorySource(capture);
  const reader = (await openCapture(source))!;
  const facts = new FactsAlongTheWay();
  const found: number[] = [];
  await walkCapture(source, reader, {
    onPacket: (visit) => {
      if (matcher.matches(facts.of(visit))) found.push(visit.number);
    },
  });
  return found;
}

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inside) => (key === "start" || key === "end" ? undefined : inside)));

describe("display filter", () => {
  const everything = Array.from({ length: 11 }, (_, index) => index + 1);

  it("shows what an expression asks for", async () => {
    assert.deepEqual(await shown("tcp.flags.syn == 1"), [1, 2]);
    assert.deepEqual(await shown("tcp.len > 0 and tcp.dstport == 80"), [4, 7, 8]);
    assert.deepEqual(await shown("tcp.analysis.retransmission"), [8]);
    assert.deepEqual(await shown(""), everything);
  });

  it("knows xor, which Wireshark 4.0 does not", async () => {
    assert.deepEqual(await shown("tcp.flags.syn == 1 xor tcp.flags.ack == 1"), [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    assert.deepEqual(await shown("tcp ^^ ip"), []);
    assert.deepEqual(await shown("tcp.flags bitand 2"), [1, 2]);
  });

  it("takes a range that a packet itself bounds", async () => {
    assert.deepEqual(await shown("tcp.dstport in {tcp.srcport .. 50000}"), [2, 5, 6, 9, 11]);
  });

  it("knows how complete a connection is only where it was followed to its end", async () => {
    assert.deepEqual(await shown("tcp.completeness"), []);
  });

  it("reads what it prints as the same tree", () => {
    for (const expression of Object.values(taken).flat()) {
      const tree = parse(expression);
      if (tree) assert.deepEqual(withoutPlaces(parse(print(tree))), withoutPlaces(tree), expression);
    }
    fc.assert(
      fc.property(expressions, (expression) => {
        const tree = parse(expression)!;
        assert.deepEqual(withoutPlaces(parse(print(tree))), withoutPlaces(tree), expression);
      }),
    );
  });

  it("means the same after printing", async () => {
    for (const expression of Object.values(taken).flat().slice(0, 400)) {
      const tree = parse(expression);
      if (tree) assert.deepEqual(await shown(print(tree)), await shown(expression), expression);
    }
  }).timeout(60_000);

  it("turns round by not, and narrows by and", async () => {
    const capture = conversationCapture(conversation);
    await fc.assert(
      fc.asyncProperty(expressions, expressions, async (a, b) => {
        const [inA, inB] = [await shown(a, capture), await shown(b, capture)];
        assert.deepEqual(
          await shown(`!(${a})`, capture),
          everything.filter((number) => !inA.includes(number)),
        );
        assert.deepEqual(
          await shown(`(${a}) && (${b})`, capture),
          inA.filter((number) => inB.includes(number)),
        );
        assert.deepEqual(
          await shown(`(${a}) || (${b})`, capture),
          everything.filter((number) => inA.includes(number) || inB.includes(number)),
        );
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it("never throws, whatever is typed", () => {
    const pieces = fc.constantFrom(
      ..."tcp.port ip.addr == != === < & && || ! not in { } ( ) [ ] .. , \"a\" 'b' # #1 [0:2] 80 10.0.0.1 :: 0x - + * / % any all contains matches ~ len( host port ${ 且 “".split(
        " ",
      ),
      " ",
    );
    const words = wordsFor("zh-cn");
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.array(pieces).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readFilter(text);
        if ("filter" in reading) return;
        assert.ok(filterProblemText(reading.problem, words).length > 0);
        const { start, end } = reading.problem;
        assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
      }),
      { numRuns: 3000 },
    );
  });

  it("bears expressions of any depth and length", () => {
    for (const sign of ["(", "!", "{", "tcp[", "tcp.len + ", "len("])
      assert.ok("problem" in readFilter(sign.repeat(20_000)), sign);
    assert.ok(isReadable(Array(5000).fill("tcp.port == 80").join(" || ")));
    assert.ok("problem" in readFilter(`${"(".repeat(5000)}tcp${")".repeat(5000)}`));
  });

  it("has a label in both languages for every name", () => {
    for (const language of ["en", "zh-cn"])
      for (const name of filterFields.keys())
        if (!fields.has(name)) assert.notEqual(labelOf(wordsFor(language), name), undefined, name);
  });
});

describe("a pattern", () => {
  /** As PCRE2 reads it: pattern, what it finds, what it does not. */
  const patterns: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["^get", ["GET /", "get"], ["a get"]],
    ["(?-i)^get", ["get"], ["GET"]],
    ["a$", ["a", "a\n"], ["a\nb", "a\n\n"]],
    ["(?m)a$", ["a\nb"], ["ab"]],
    ["a\\z", ["a"], ["a\n"]],
    ["\\Ab", ["b"], ["a\nb"]],
    ["(?x) a b # both", ["ab"], ["a b"]],
    ["(?s)a.b", ["a\nb"], ["ab"]],
    ["a.b", ["a-b"], ["a\nb"]],
    ["\\Qa.b\\E+", ["a.bb"], ["axb"]],
    ["[[:digit:]]{2}", ["12"], ["1a"]],
    ["[]a]x", ["]x"], ["bx"]],
    ["\\x{41}\\102", ["AB"], ["BA"]],
    ["(?P<n>a)|(?'m'b)", ["a", "b"], ["c"]],
    ["\\x80\\xff", ["\x80\xff"], ["\xc2\x80"]],
  ];
  const place = { start: 0, end: 0 };
  for (const [pattern, found, missed] of patterns)
    it(`finds what PCRE2 finds: ${pattern}`, () => {
      for (const text of found) assert.ok(compilePattern(pattern, place).test(text), JSON.stringify(text));
      for (const text of missed) assert.ok(!compilePattern(pattern, place).test(text), JSON.stringify(text));
    });

  it("is refused where JavaScript has nothing like it", () => {
    for (const pattern of ["a++", "(?>a)", "a(?i)b", "(?R)", "(*UTF)a", "(?|a|b)"])
      assert.throws(() => compilePattern(pattern, place), pattern);
  });
});

describe("a filter that is wrong", () => {
  for (const [kind, expressions] of Object.entries(refused))
    it(`is refused: ${kind}`, () => {
      for (const expression of expressions) {
        const reading = readFilter(expression);
        assert.ok("problem" in reading, expression);
        for (const language of ["en", "zh-cn"]) {
          const text = filterProblemText(reading.problem, wordsFor(language));
          assert.doesNotMatch(text, /\{[a-z]+[:}]|undefined/, `${expression}: ${text}`.replace(expression, ""));
        }
        if (reading.problem.instead !== undefined) assert.ok(isReadable(reading.problem.instead), reading.problem.instead);
      }
    });

  const problemOf = (expression: string) => {
    const reading = readFilter(expression);
    assert.ok("problem" in reading, expression);
    return reading.problem;
  };

  it("shows where", () => {
    const place = (expression: string) => filterProblemPlace(expression, problemOf(expression)).split("\n")[1];
    assert.equal(place("tcp.port = 80"), "         ^");
    assert.equal(place('ip.addr == "x"'), "           ^^^");
    assert.equal(place("tcp and"), "       ^");
    assert.equal(place("tcp or（udp)"), "      ^^");
  });

  /** What is typed by habit, and what is offered. */
  const habits: Readonly<Record<string, string>> = {
    "port 6378 and tcp": "(tcp.port == 6378 || udp.port == 6378) && tcp",
    "host 10.0.0.1": "ip.addr == 10.0.0.1",
    "host ::1": "ipv6.addr == ::1",
    "tcp port 80": "tcp.port == 80",
    "tcp port http": "tcp.port == 80",
    "udp dst port 53": "udp.dstport == 53",
    "udp port dns": "udp.port == 53",
    "udp port syslog": "udp.port == 514",
    "tcp port kerberos": "tcp.port == 88",
    "src net 10.0.0.0/8": "ip.src == 10.0.0.0/8",
    "net 192.168": "ip.addr == 192.168.0.0/16",
    "net 10.0.0.0 mask 255.255.0.0": "ip.addr == 10.0.0.0/16",
    "src or dst port 80": "(tcp.port == 80 || udp.port == 80)",
    "port 80 or 443": "(tcp.port == 80 || udp.port == 80) || (tcp.port == 443 || udp.port == 443)",
    "not port 22": "!(tcp.port == 22 || udp.port == 22)",
    "tcp and not (src host 10.0.0.1 or dst port 22)": "tcp && !(ip.src == 10.0.0.1 || (tcp.dstport == 22 || udp.dstport == 22))",
    "tcp portrange 8000-8080": "tcp.port in {8000..8080}",
    "host 10.0.0.1 or host 10.0.0.2 and tcp port 80": "(ip.addr == 10.0.0.1 || ip.addr == 10.0.0.2) && tcp.port == 80",
    "tcp[tcpflags] & tcp-syn != 0": "tcp.flags & 0x02",
    "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn": "tcp.flags & 0x12 == 0x02",
    "tcp[13] = 2": "tcp.flags == 0x02",
    "ether host 00:11:22:33:44:55": "eth.addr == 00:11:22:33:44:55",
    "greater 1000": "frame.len >= 1000",
    "vlan 100 and ip proto 6": "vlan.id == 100 && ip.proto == 6",
    "tcp.port = 80": "tcp.port == 80",
    "tcp.port <> 80": "tcp.port != 80",
    "tcp.port => 80": "tcp.port >= 80",
    "ip.src=10.0.0.1 & tcp.port=80": "ip.src==10.0.0.1 && tcp.port==80",
    "tcp.port == 80 | tcp.port == 443": "tcp.port == 80 || tcp.port == 443",
    "tcp.port == 80 AND NOT ip": "tcp.port == 80 and not ip",
    "TCP.Port EQ 80": "tcp.port eq 80",
    "tcp.flags.syn==true": "tcp.flags.syn==True",
    'tcp.flags.syn == "yes"': "tcp.flags.syn == True",
    'tcp.port == "80"': "tcp.port == 80",
    'ip.addr == "10.0.0.1"': "ip.addr == 10.0.0.1",
    "tcp.payload contains GET": 'tcp.payload contains "GET"',
    "frame matches abc": 'frame matches "abc"',
    "80 == tcp.port": "tcp.port == 80",
    "1 < tcp.len < 5": "tcp.len > 1 && tcp.len < 5",
    "tcp.port in {80 443}": "tcp.port in {80, 443}",
    "(tcp.port) == (80)": "tcp.port == 80",
    "len(tcp.payload)": "len(tcp.payload) > 0",
    "http.request.method == “GET”": 'http.request.method == "GET"',
    "tcp.port＝＝80": "tcp.port==80",
    "（tcp.port == 80）且 ip.src == 10.0.0.1": "(tcp.port == 80) && ip.src == 10.0.0.1",
    "tcp.port in {80，443}": "tcp.port in {80,443}",
    "tcp 或 udp": "tcp || udp",
    "tcp.flag.syn == 1": "tcp.flags.syn == 1",
    "tcp.analysis.retransmision": "tcp.analysis.retransmission",
  };
  for (const [typed, meant] of Object.entries(habits))
    it(`offers ${meant} for ${typed}`, () => assert.equal(problemOf(typed).instead, meant));

  it("says of what Wireshark alone decodes that it does", () => {
    for (const typed of ['http.host contains "a"', "dhcp", "quic.version == 1", "tcp.pdu.size > 5", "len(frame.comment) > 0"])
      assert.equal(problemOf(typed).complaint.kind, "undecoded-field", typed);
    assert.equal(problemOf("tcp.pdu.sizes").complaint.kind, "unknown-field");
  });

  it("offers nothing where nothing is to be guessed", () => {
    for (const typed of ["foo", "tcp.port == 99999", "tcp and", "host somewhere", "(", '"'])
      assert.equal(problemOf(typed).instead, undefined, typed);
  });
});
