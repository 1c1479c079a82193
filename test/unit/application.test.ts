import { strict as assert } from "node:assert";
import fc from "fast-check";
import { decodeApplication } from "../../src/decode/application/application";
import { decodeFrom } from "../../src/decode/decodePacket";
import { everyNode, type Node } from "../../src/decode/node";
import type { Layer } from "../../src/decode/packet";
import { Scope } from "../../src/decode/scope";
import { wordsFor } from "../../src/text/languages";
import { hoverAt } from "../../src/view/hover";
import { packetInfo } from "../../src/view/packetInfo";
import { protocolColumn, protocolPath } from "../../src/view/protocolColumn";
import * as app from "../dsl/applications";
import { join, text, u8, u16, zeros } from "../dsl/bytes";
import { ipv4, tcp } from "../dsl/headers";

interface Ends {
  readonly from?: number;
  readonly to?: number;
  readonly over?: "tcp" | "udp";
}

/** `length` is what the layer around says there was, where more than `bytes`. */
function name(bytes: Uint8Array, { from = 40000, to = 9999, over = "tcp" }: Ends = {}, length = bytes.length): Layer | undefined {
  return decodeApplication(new Scope(bytes, 0, length, "ip.len"), { srcport: from, dstport: to }, over);
}

const toDns: Ends = { to: 53, over: "udp" };
const fromDns: Ends = { from: 53, to: 40000, over: "udp" };
const question = app.dnsQuestion("example.com", 1);
const answer = app.dnsRecord(app.dnsPointer(12), 1, Uint8Array.of(1, 2, 3, 4));
const query = join(app.dnsHeader(0x1234, 0x0100, 1, 0, 0, 0), question);
const reply = join(
  app.dnsHeader(0x1234, 0x8180, 1, 2, 0, 0),
  question,
  answer,
  app.dnsRecord(app.dnsPointer(12), 5, app.dnsPointer(20)),
);
const v6Address = join(u16(0x2001), u16(0xdb8), zeros(11), u8(1));
const v6Reply = join(app.dnsHeader(7, 0x8180, 0, 1, 0, 0), app.dnsRecord(app.dnsName("a.b"), 28, v6Address));

/** Column and Info as Wireshark writes them. */
const named: readonly (readonly [protocol: string, info: string, bytes: Uint8Array, ends?: Ends])[] = [
  ["HTTP", "GET /index.html HTTP/1.1", text("GET /index.html HTTP/1.1\r\nHost: a\r\n\r\n")],
  ["HTTP", "CONNECT example.com:443 HTTP/1.1", text("CONNECT example.com:443 HTTP/1.1\r\n\r\n")],
  ["HTTP", "GET /a b HTTP/1.0", text("GET /a b HTTP/1.0\r\n\r\n")],
  ["HTTP", "POST /a/very/long/pa", text("POST /a/very/long/pa")],
  ["HTTP", "HTTP/1.1 200 OK", text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")],
  ["HTTP", "HTTP/1.1 404", text("HTTP/1.1 404 \r\n\r\n")],
  ["HTTP", "M-SEARCH * HTTP/1.1", text("M-SEARCH * HTTP/1.1\r\n\r\n"), { to: 1900, over: "udp" }],
  ["HTTP2", "Magic", text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")],
  ["HTTP2", "Magic, SETTINGS[0]", join(text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), Uint8Array.of(0, 0, 0, 4, 0, 0, 0, 0, 0))],
  ["TLSv1", "Client Hello (SNI=example.com)", app.tlsRecord(22, app.clientHello("example.com"), 0x0301)],
  [
    "TLSv1.2",
    "Server Hello, Certificate, Server Hello Done",
    app.tlsRecord(22, join(app.serverHello(), app.handshake(11, zeros(40)), app.handshake(14, zeros(0)))),
  ],
  [
    "TLSv1.3",
    "Server Hello, Change Cipher Spec, Application Data",
    join(app.tlsRecord(22, app.serverHello(0x0304)), app.tlsRecord(20, u8(1)), app.tlsRecord(23, zeros(30))),
  ],
  [
    "TLSv1.2",
    "Client Key Exchange, Change Cipher Spec, Encrypted Handshake Message",
    join(app.tlsRecord(22, app.handshake(16, zeros(8))), app.tlsRecord(20, u8(1)), app.tlsRecord(22, zeros(40))),
  ],
  ["TLSv1.2", "Alert (Level: Fatal, Description: Handshake Failure)", app.tlsRecord(21, Uint8Array.of(2, 40))],
  ["TLSv1.2", "Encrypted Alert", app.tlsRecord(21, zeros(26))],
  ["SSLv3", "Application Data", app.tlsRecord(23, zeros(9), 0x0300)],
  ["SSHv2", "Client: Protocol (SSH-2.0-OpenSSH_9.2)", text("SSH-2.0-OpenSSH_9.2\r\n"), { to: 22 }],
  ["SSHv2", "Server: Protocol (SSH-1.99-x y)", text("SSH-1.99-x y\n"), { from: 22, to: 40000 }],
  ["DNS", "Standard query 0x1234 A example.com", query, toDns],
  ["DNS", "Standard query response 0x1234 A example.com A 1.2.3.4 CNAME com", reply, fromDns],
  ["DNS", "Standard query response 0x1234 No such name", app.dnsHeader(0x1234, 0x8183, 0, 0, 0, 0), fromDns],
  ["DNS", "Standard query response 0x0007 AAAA 2001:db8::1", v6Reply, fromDns],
  ["DNS", "Standard query 0x1234 A example.com", join(u16(query.length), query), { to: 53 }],
  [
    "MDNS",
    'Standard query 0x0000 PTR _ipp._tcp.local, "QM" question',
    join(app.dnsHeader(0, 0, 1, 0, 0, 0), app.dnsQuestion("_ipp._tcp.local", 12)),
    { from: 5353, to: 5353, over: "udp" },
  ],
  ["RESP", "Request: GET sanity_check", text("*2\r\n$3\r\nGET\r\n$12\r\nsanity_check\r\n")],
  ["RESP", "Response: OK", text("+OK\r\n"), { from: 6379, to: 40000 }],
  ["RESP", "Response: Array(3)", text("*3\r\n$9\r\nsubscribe\r\n$3\r\nFoo\r\n:1\r\n"), { from: 6379, to: 40000 }],
  ["RESP", "Response: Error: ERR unknown command", text("-ERR unknown command\r\n"), { from: 6379, to: 40000 }],
  ["RESP", "Request: PING GET a", text("*1\r\n$4\r\nPING\r\n*2\r\n$3\r\nGET\r\n$1\r\na\r\n"), { to: 6379 }],
  ["MQTT", "Publish Release (id=7)", Uint8Array.of(0x62, 2, 0, 7), { to: 1883 }],
  ["MQTT", "Connect Command", app.mqttConnect],
  ["MQTT", "Connect Ack", Uint8Array.of(0x20, 2, 0, 0), { from: 1883, to: 40000 }],
  ["MQTT", "Publish Message [foo], Ping Request", join(app.mqttPublish("foo"), Uint8Array.of(0xc0, 0)), { to: 1883 }],
  ["MQTT", "Subscribe Request (id=1) [foo]", app.mqttSubscribe, { to: 1883 }],
  ["SMTP", "C: EHLO x", text("EHLO x\r\n"), { to: 25 }],
  ["SMTP", "C: MAIL FROM:<a@b> | RCPT TO:<c@d> | DATA", text("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n")],
  ["SMTP", "S: 250 OK", text("250 OK\r\n"), { from: 25, to: 40000 }],
  ["SMTP", "S: 250-x | 8BITMIME | Ok", text("250-x\r\n250-8BITMIME\r\n250 Ok\r\n"), { from: 587, to: 40000 }],
];

/** What goes on from earlier segments, or is nothing of all this. */
const unnamed: readonly (readonly [string, Uint8Array])[] = [
  ["words", text("GET well soon, said the letter, and POST it.\r\n")],
  ["a header that goes on", text("Content-Type: text/html\r\nServer: x\r\n\r\n")],
  ["HTML that goes on", text('<a href="x">HTTP/1.1 200 OK</a>\r\n')],
  ["SIP", text("OPTIONS sip:a@b SIP/2.0\r\n\r\n")],
  ["a lone line end", text("\r\n")],
  ["base64", text("U29tZSBtYWlsIGdvZXMgb24gZm9yIGEgd2hpbGUsIGFuZCBzbyBvbi4=\r\n")],
  ["zeros", zeros(64)],
  ["a TLS record of impossible length", join(Uint8Array.of(22, 3, 3, 0xff, 0xff), zeros(20))],
  ["a list in Markdown", text("* one\r\n* two\r\n- three\r\n+ four\r\n")],
  ["a number of a list", text("250 grams of flour\r\n")],
  ["binary", Uint8Array.from({ length: 200 }, (_, index) => (index * 73 + 41) & 255)],
];

function assertInside(layer: Layer | undefined, end: number): void {
  const inside = (node: Node, first: number, last: number) => {
    const within = node.start >= first && node.length >= 0 && node.start + node.length <= last;
    assert.ok(within, `${node.id} ${node.start}+${node.length} in ${first}..${last}`);
    for (const child of node.children ?? []) inside(child, node.start, node.start + node.length);
  };
  if (!layer) return;
  inside(layer.node, 0, end);
  assert.doesNotMatch(layer.summary!.info, /\p{C}/u);
  assert.ok(layer.summary!.info.length <= 200);
}

describe("application", () => {
  for (const [protocol, info, bytes, ends] of named) {
    it(`${protocol}: ${info}`, () => assert.deepEqual(name(bytes, ends)?.summary, { protocol, info }));
    it(`${protocol}: ${info}, cut at every byte`, () => {
      for (let length = 0; length <= bytes.length; length += 1) {
        assertInside(name(bytes.subarray(0, length), ends, bytes.length), length);
        assertInside(name(bytes.subarray(0, length), ends), length);
      }
    });
  }

  for (const [what, bytes] of unnamed) {
    it(`does not name ${what}`, () => {
      for (const ends of [{}, { to: 25 }, { to: 53 }, { from: 53 }, { to: 6379 }, { to: 1883 }])
        assert.equal(name(bytes, ends)?.summary, undefined, JSON.stringify(ends));
    });
  }

  it("has words in both languages for everything it shows", () => {
    for (const [, , bytes, ends] of named)
      for (const { id } of everyNode([name(bytes, ends)!.node]))
        for (const language of ["en", "zh-cn"]) assert.ok(wordsFor(language).fields[id], `${language}: ${id}`);
  });

  it("lets no control character into the line", () => {
    assert.equal(name(text("GET /\u202e\u009b HTTP/1.1\r\n"))?.summary?.info, "GET /.. HTTP/1.1");
  });

  it("bounds the line", () => {
    assert.equal(name(text(`GET /${"a".repeat(9000)} HTTP/1.1\r\n`))?.summary?.info.length, 200);
  });

  it("follows no pointer that does not go back", () => {
    const loop = join(app.dnsHeader(1, 0, 1, 0, 0, 0), app.dnsPointer(12), u16(1), u16(1));
    assert.equal(name(loop, toDns), undefined);
  });

  it("takes any bytes on any port", () => {
    const port = fc.constantFrom(22, 25, 53, 80, 443, 1883, 5353, 6379, 40000);
    const first = fc.constantFrom(...named.map(([, , bytes]) => bytes));
    const over = fc.constantFrom("tcp" as const, "udp" as const);
    const damage = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(first, damage, fc.uint8Array({ maxLength: 60 }), port, port, over, (bytes, changes, more, from, to, over) => {
        const damaged = join(bytes, more);
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        assertInside(name(damaged, { from, to, over }), damaged.length);
        assertInside(name(more, { from, to, over }, more.length + 9), more.length);
      }),
      { numRuns: 4000 },
    );
  });
});

describe("application in its packet", () => {
  const packet = (content: Uint8Array, fragment = 0x4000) => decodeFrom("ip", ipv4({ fragment }, tcp({ payload: content })));

  it("gives the list its protocol, line and path", () => {
    const found = packet(text("GET /x HTTP/1.1\r\n\r\n"));
    assert.deepEqual(
      [protocolColumn(found), packetInfo(found, undefined), protocolPath(found)],
      ["HTTP", "GET /x HTTP/1.1", "ip:tcp:http"],
    );
  });

  it("leaves other bytes to TCP", () => {
    const found = packet(text("and so on"));
    assert.deepEqual([protocolColumn(found), protocolPath(found)], ["TCP", "ip:tcp:data"]);
  });

  it("says nothing of a fragment", () => assert.equal(protocolColumn(packet(text("GET /x HTTP/1.1\r\n\r\n"), 0x2000)), "IPv4"));

  it("hovers over a word of the line, and fetches no picture that stands in it", () => {
    const found = packet(text("GET /![](https://a/b.png) HTTP/1.1\r\n\r\n"));
    const hover = hoverAt(found, 40 + 6, wordsFor("en"));
    assert.deepEqual([hover?.start, hover?.length], [44, 21]);
    assert.doesNotMatch(hover!.markdown, /!\[\]\(/);
  });
});
