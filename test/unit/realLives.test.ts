import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { surveyOf } from "../../src/engine/surveyOf";
import { indexedPackets } from "../dsl/indexed";

/** Read by eye in tshark's list of flags, numbers and times; `opening > closing` of each connection, in tshark's order. */
const realCaptures: Readonly<Record<string, string>> = {
  "fmt-pcap-be-us-gz-two-close4.pcap.gz": "handshake > fin-4, handshake > fin-4",
  "fmt-pcapng-nrb-null-handshake.pcapng": "handshake > open",
  // TLS says goodbye in 24 bytes after the server's FIN
  "fmt-pcapng-gz-dsb-nrb-isb-ooo.pcapng.gz": "handshake > half-closed",
  "fmt-pcap-be-ns-http.pcap": "handshake > half-closed",
  "icmp-quoting-tcp-smtp.pcap":
    "handshake > simultaneous, mid-capture > open, handshake > open, mid-capture > open, mid-capture > open, handshake > open",
  "ip-ah-tcp.pcap": "unanswered > open",
  "ipv6-mqtt-close4.pcap": "handshake > fin-4",
  "link-fddi-single-byte-rexmit.pcap.gz": "handshake > reset-by-client",
  "link-ipv4-228-syslog-close3.pcap": "handshake > fin-3",
  "link-null-ipv6-refused.pcap": "refused > reset-by-server, handshake > fin-4",
  "link-null-redis-keepalive.pcap": "mid-capture > open, handshake > fin-4, handshake > fin-4, handshake > fin-4",
  "link-ppp.pcap.gz": "handshake > open",
  "link-raw101-synack-with-payload.pcap": "handshake > fin-3",
  // the TCP-AO end takes no notice of the first reset
  "tcp-ao-null.pcap": "handshake > reset-by-client",
  "tcp-close-simultaneous.pcap": "handshake > simultaneous",
  "tcp-close4.pcap": "handshake > fin-4",
  "tcp-fast-open-ignored-raw.pcap": "fast-open > reset-by-server",
  "tcp-fast-open.pcap": "handshake-with-data > fin-3, fast-open > fin-3",
  "tcp-fin-retransmission.pcap": "handshake > reset-by-server",
  // data for a client that has closed: it answers with resets
  "tcp-halfclose-dup-synack.pcap": "handshake > reset-by-client",
  "tcp-handshake-reordered.pcap": "handshake > fin-3",
  "tcp-mptcp-v0.pcap": "handshake > reset-by-client, handshake > fin-3",
  "tcp-port-reuse-be.pcap.gz": ["mid-capture > fin-4", ...Array(17).fill("handshake > fin-4")].join(", "),
  // in spite of its name the reset comes from the client
  "tcp-refused-rst.pcap": "unanswered > reset-by-client",
  "tcp-rst-with-text.pcap": "mid-capture > reset-by-server",
  "tcp-scan-flags.pcap":
    "handshake > reset-by-client, handshake > reset-by-client, refused > reset-by-server, refused > reset-by-server, " +
    "mid-capture > reset-by-server, mid-capture > reset-by-server, mid-capture > reset-by-server",
  "tcp-simultaneous-open-4way.pcap": "simultaneous > reset-by-client",
  "tcp-syn-retransmissions-fastrt.pcap": "handshake > fin-3",
  "tun-gre-erspan-vxlan.pcap": "handshake > simultaneous",
  "fmt-pcap-corrupt-record-length.pcap": "handshake > open",
  "fmt-pcap-le-ns-handshake-sll.pcap": "handshake > open",
  "fmt-pcap-v2.4-invalid-timestamp-us.pcap": "handshake > open",
  "fmt-pcapng-cut-two-sections.pcapng": "mid-capture > fin-4, handshake > open",
  "fmt-pcapng-many-interfaces-mixed-links.pcapng": "handshake > open, handshake > open",
  "fmt-pcap-v2.2-swapped-lengths.pcap.gz": "handshake > open, unfinished > open",
  "ipv4-fragmented-http.pcap": "handshake > fin-3",
  "ipv4-fragmented-syn.pcap": "unanswered > open",
  "ipv6-exthdr-hbh-dst-rt-frag.pcap": "handshake > fin-3, handshake > fin-3, handshake > fin-3, handshake > open",
  "ipv6-jumbogram-bigtcp.pcap": "mid-capture > open",
  "link-ipv6-229.pcap": "unanswered > open",
  "link-null-window-full-snaplen.pcap.gz": "handshake > fin-4",
  "link-radiotap-80211-http.pcap": "handshake > open",
  "link-raw12-be-snaplen.pcap.gz": "handshake > half-closed",
  "link-sll-ecn.pcap.gz": "mid-capture > open, handshake > fin-3",
  "link-sll2-tcp.pcap": "handshake > open",
  "tcp-accecn-handshake.pcap": "handshake > open",
  "tcp-checksum-bad.pcap": "unanswered > open",
  "tcp-gap-acked-unseen.pcap": "handshake > fin-4",
  "tcp-keep-alive-websocket.pcap": "handshake > open",
  "tcp-md5-bgp.pcap": "handshake > open",
  "tcp-option-sack-blocks.pcap": "unanswered > open",
  "tcp-option-user-timeout-qs.pcap": "mid-capture > open",
  "tcp-out-of-order-badsegments.pcap": "handshake > open",
  "tcp-overlap.pcap": "handshake > open",
  "tcp-retransmission-fast-snaplen.pcap": "handshake > reset-by-client",
  "tcp-retransmission-timeout-spurious.pcapng": "mid-capture > open",
  "tcp-seq-near-wrap.pcap": "handshake > open",
  "tcp-truncated-header.pcap": "handshake > fin-3",
  "tcp-tso-iplen0.pcap": "mid-capture > open",
  "tcp-urgent-oob.pcap": "handshake > fin-3",
  "tcp-wscale-out-of-range.pcap": "handshake > open",
  "tcp-zero-window-full-mqtt.pcap": "handshake > fin-3",
  "tcp-zero-window-probes-be.pcap.gz": "mid-capture > open, handshake > fin-4",
  "tun-4in6.pcap": "unanswered > open",
  // the segment that an ICMP error quotes is none of a connection
  "tun-6in4.pcap": "handshake > open, mid-capture > open, mid-capture > open, handshake > fin-3, handshake > fin-3",
  "tun-geneve.pcap": "handshake > open",
  "tun-gre.pcap": "handshake > fin-3",
  "tun-gtpu-ipv4-frag.pcap": "handshake > fin-4",
  "tun-ipip.pcap": "unanswered > open",
  "tun-pppoe.pcap": "handshake > open",
  "tun-teredo.pcap": "handshake > fin-3",
  "tun-vxlan-retrans.pcap": "handshake > fin-3",
  "vlan-pcp-dei.pcapng": "handshake > open",
  "vlan-qinq-802.1ad-http.pcap": "handshake > fin-3",
  "vlan-triple-tag.pcap": "handshake > fin-3",
  "fmt-pcapng-packet-comments-10if.pcapng": "handshake > half-closed",
  "fmt-pcapng-packet-comments-eth-sll.pcapng": [
    "handshake > fin-4",
    ...Array(10).fill("mid-capture > open"),
    "refused > reset-by-server",
    ...Array(3).fill("mid-capture > open"),
  ].join(", "),
  // two of ten run into the reset of a server that has waited long enough
  "tcp-keep-alive-31-acks.pcap": [
    ...Array(6).fill("handshake > open"),
    ...Array(2).fill("handshake > reset-by-server"),
    ...Array(2).fill("handshake > open"),
  ].join(", "),
  // of the first connection only the client's direction was captured
  "tun-mpls-vlan-mixed.pcap": "handshake > half-closed, handshake > fin-4, handshake > fin-3",
};

const folder = process.env["WIRENOTE_CAPTURES"] ?? "../shared/captures/dev";

describe("the lives of real connections", () => {
  for (const [name, expected] of Object.entries(realCaptures)) {
    if (!existsSync(`${folder}/${name}`)) continue;
    it(name, async () => {
      assert.equal(await livesIn(readFileSync(`${folder}/${name}`)), expected);
    });
  }
});

async function livesIn(file: Uint8Array): Promise<string> {
  const { columns, tracker, source } = await indexedPackets(file);
  const survey = surveyOf(columns);
  await source.close();
  const lives = tracker.connections.map(({ client }, stream) => survey.sum(stream, client)?.life);
  return lives.map((life) => `${life?.opening.id} > ${life?.closing.id}`).join(", ");
}
