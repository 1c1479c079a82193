/** The letters that RFCs write above single bits; they are the same in every language. */
export const bitLetters: Readonly<Record<string, string | undefined>> = {
  // RFC 1035 §4.1.1, RFC 4035 §3
  "dns.flags.response": "QR",
  "dns.flags.authoritative": "AA",
  "dns.flags.truncated": "TC",
  "dns.flags.recdesired": "RD",
  "dns.flags.recavail": "RA",
  "dns.flags.z": "Z",
  "dns.flags.authenticated": "AD",
  "dns.flags.checkdisable": "CD",
  // RFC 1701, RFC 2890 §2
  "gre.flags.checksum": "C",
  "gre.flags.routing": "R",
  "gre.flags.key": "K",
  "gre.flags.sequence_number": "S",
  "gre.flags.strict_source_route": "s",
  // RFC 3032 §2.1
  "mpls.bottom": "S",
  // RFC 8926 §3.4
  "geneve.flags.oam": "O",
  "geneve.flags.critical": "C",
  // RFC 5482 §2
  "tcp.options.user_to_granularity": "G",
  // RFC 8684 §3.1, §3.2, §3.3
  "tcp.options.mptcp.flags.checksumreq": "A",
  "tcp.options.mptcp.flags.extensibility": "B",
  "tcp.options.mptcp.flags.nomoresubflows": "C",
  "tcp.options.mptcp.flags.sha256": "H",
  "tcp.options.mptcp.backup": "B",
  "tcp.options.mptcp.flags.datafin": "F",
  "tcp.options.mptcp.flags.dseqn8": "m",
  "tcp.options.mptcp.flags.dseqnpresent": "M",
  "tcp.options.mptcp.flags.dataack8": "a",
  "tcp.options.mptcp.flags.dataackpresent": "A",
};
