import { type TcpFlagName, tcpFlag } from "../protocols/tcp";

/** tcpdump's letters, in its order; a dot is ACK. */
const flagLetters: Readonly<Record<string, TcpFlagName>> = {
  F: "FIN",
  S: "SYN",
  R: "RST",
  P: "PSH",
  ".": "ACK",
  U: "URG",
  E: "ECE",
  W: "CWR",
  e: "AE",
};

/** The flags' first letters, as nmap and Scapy write them; hping writes X and Y for ECE and CWR. */
export const flagInitials: Readonly<Record<string, TcpFlagName>> = {
  F: "FIN",
  S: "SYN",
  R: "RST",
  P: "PSH",
  A: "ACK",
  U: "URG",
  E: "ECE",
  C: "CWR",
  N: "AE",
  X: "ECE",
  Y: "CWR",
};

export const flagsOfInitials = (letters: string): number =>
  [...letters].reduce((flags, letter) => flags | tcpFlag[flagInitials[letter]], 0);

export function flagsOfLetters(letters: string): number {
  return letters === noFlags ? 0 : [...letters].reduce((flags, letter) => flags | (tcpFlag[flagLetters[letter]] ?? 0), 0);
}

export function lettersOfFlags(flags: number): string {
  const letters = Object.keys(flagLetters).filter((letter) => flags & tcpFlag[flagLetters[letter]]);
  return letters.join("") || noFlags;
}

const noFlags = "none";

/** NS is the older name of AE; PUSH is PSH written out. */
const otherNames: Readonly<Record<string, TcpFlagName>> = { NS: "AE", PUSH: "PSH" };

/** Names as Wireshark and people write them: `SYN, ACK`, `SYN+ACK`. */
export function flagsOfNames(text: string): number {
  // AE, CWR and ECE as one number of three bits (RFC 9768 §3.2)
  const counter = Number(/ACE=(\d)/.exec(text)?.[1] ?? 0) * tcpFlag.ECE;
  return (text.match(/[A-Z]+/g) ?? []).reduce(
    (flags, name) => flags | (tcpFlag[otherNames[name] ?? (name as TcpFlagName)] ?? 0),
    counter,
  );
}
