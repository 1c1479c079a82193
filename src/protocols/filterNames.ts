import type { FieldId } from "./registry";

/** Wireshark's names for fields that it calls otherwise than our tables do, where a name follows from the header. */
const wiresharkNames: { readonly [Id in FieldId]?: string } = {
  pppoe: "pppoes",
  "gre.flags": "gre.flags_and_version",
  "gtp.next": "gtp.ext_hdr.next",
  "fr.first.ea": "fr.ea",
  "fr.third.ea": "fr.ea",
  "fr.last.ea": "fr.ea",
  "wlan_aggregate.a_mpdu_length": "wlan_aggregate.a_mdsu.length",
  "tcp.options.scps.vector.bets": "tcp.options.scpsflags.bets",
  "tcp.options.scps.vector.snack1": "tcp.options.scpsflags.snack1",
  "tcp.options.scps.vector.snack2": "tcp.options.scpsflags.snack2",
  "tcp.options.scps.vector.compress": "tcp.options.scpsflags.compress",
  "tcp.options.scps.vector.nlts": "tcp.options.scpsflags.nlts",
  "tcp.options.scps.vector.reserved": "tcp.options.scpsflags.reserved",
  "tcp.options.tarr.reserved": "tcp.options.tar.reserved",
  "tcp.options.mptcp.backup": "tcp.options.mptcp.backup.flag",
  "tcp.options.mptcp.flags.checksumreq": "tcp.options.mptcp.checksumreq.flags",
  "tcp.options.mptcp.flags.extensibility": "tcp.options.mptcp.extensibility.flag",
  "tcp.options.mptcp.flags.nomoresubflows": "tcp.options.mptcp.nomoresubflows.flag",
  "tcp.options.mptcp.flags.reserved": "tcp.options.mptcp.reserved.flag",
  "tcp.options.mptcp.flags.sha256": "tcp.options.mptcp.sha256.flag",
  "tcp.options.mptcp.flags.datafin": "tcp.options.mptcp.datafin.flag",
  "tcp.options.mptcp.flags.dseqn8": "tcp.options.mptcp.dseqn8.flag",
  "tcp.options.mptcp.flags.dseqnpresent": "tcp.options.mptcp.dseqnpresent.flag",
  "tcp.options.mptcp.flags.dataack8": "tcp.options.mptcp.dataack8.flag",
  "tcp.options.mptcp.flags.dataackpresent": "tcp.options.mptcp.dataackpresent.flag",
  "tcp.options.mptcp.flags.u": "tcp.options.mptcp.flag_U.flag",
  "tcp.options.mptcp.flags.v": "tcp.options.mptcp.flag_V.flag",
  "tcp.options.mptcp.flags.w": "tcp.options.mptcp.flag_W.flag",
  "tcp.options.mptcp.flags.t": "tcp.options.mptcp.flag_T.flag",
};

/** The name by which filters ask for a field. */
export const filterNameOf = (id: string): string => wiresharkNames[id as FieldId] ?? id;

/** The fields that filters ask for by a name: those that Wireshark gives it to, and the one that has it in our tables. */
export const fieldsCalled = (name: string): readonly string[] => [
  ...Object.keys(wiresharkNames).filter((id) => filterNameOf(id) === name),
  name,
];
