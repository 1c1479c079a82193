import { bits, flag, group, type Header, header, ipv4Address, ipv6Address, octets, u8, u16, u32, u64 } from "./header";

/** An option begins with a subtype of four bits; what follows depends on it and on the length (RFC 8684 §3). */
const subtype = bits(4, "number", {
  names: {
    0: "MP_CAPABLE",
    1: "MP_JOIN",
    2: "DSS",
    3: "ADD_ADDR",
    4: "REMOVE_ADDR",
    5: "MP_PRIO",
    6: "MP_FAIL",
    7: "MP_FASTCLOSE",
    8: "MP_TCPRST",
    15: "Experimental",
  },
});
const id = "tcp.options.mptcp";

const capable = header(id, {
  subtype,
  version: bits(4),
  flags: group({ checksumreq: flag(), extensibility: flag(), nomoresubflows: flag(), reserved: bits(4), sha256: flag() }),
});
const senderKey = header(id, { sendkey: u64("hex") });
const receiverKey = header(id, { recvkey: u64("hex") });
const dataLength = header(id, { datalvllen: u16("bytes") });
const checksum = header(id, { checksum: u16("hex") });

const join = header(id, { subtype, reserved: bits(3), backup: flag(), addrid: u8() });
const joinRequest = header(id, { recvtok: u32("hex"), sendrand: u32("hex") });
const joinAnswer = header(id, { sendtrunchmac: u64("hex"), sendrand: u32("hex") });
const joinProof = header(id, { subtype, reserved: bits(12), sendhmac: octets(20) });

const sequenceSignal = header(id, {
  subtype,
  reserved: bits(7),
  flags: group({ datafin: flag(), dseqn8: flag(), dseqnpresent: flag(), dataack8: flag(), dataackpresent: flag() }),
});
const signalFlag = { dataAck: 0x01, longDataAck: 0x02, mapping: 0x04, longSequence: 0x08 } as const;
const dataAck = { short: header(id, { rawdataack: u32() }), long: header(id, { rawdataack: u64() }) };
const dataSequence = { short: header(id, { rawdataseqno: u32() }), long: header(id, { rawdataseqno: u64() }) };
const mapping = header(id, { subflowseqno: u32(), datalvllen: u16("bytes") });

const addAddress = header(id, { subtype, ipver: bits(3), echo: flag(), addrid: u8() });
const address = { v4: header(id, { ipv4: ipv4Address() }), v6: header(id, { ipv6: ipv6Address() }) };
const port = header(id, { port: u16("port") });
const addressProof = header(id, { addaddrtrunchmac: u64("hex") });

const removeAddress = header(id, { subtype, reserved: bits(4) });
const addressId = header(id, { addrid: u8() });
const priority = header(id, { subtype, reserved: bits(3), backup: flag() });
const fail = header(id, { subtype, reserved: bits(12), rawdataseqno: u64() });
const fastClose = header(id, { subtype, reserved: bits(12), recvkey: u64("hex") });
const reset = header(id, { subtype, flags: group({ u: flag(), v: flag(), w: flag(), t: flag() }), rst_reason: u8() });
const unknownSubtype = header(id, { subtype, reserved: bits(4) });

/** Every table above, for words and filter names. */
export const mptcpTables = [
  capable,
  senderKey,
  receiverKey,
  dataLength,
  checksum,
  join,
  joinRequest,
  joinAnswer,
  joinProof,
  sequenceSignal,
  dataAck.short,
  dataSequence.short,
  mapping,
  addAddress,
  address.v4,
  address.v6,
  port,
  addressProof,
  removeAddress,
  addressId,
  priority,
  fail,
  fastClose,
  reset,
  unknownSubtype,
] as const;

/** The tables of which an option consists whose content has this length and begins with these bytes. */
export function mptcpLayout(length: number, byte: (at: number) => number): readonly Header[] {
  switch (byte(0) >> 4) {
    case 0:
      return fitting(length, [capable, senderKey, receiverKey, dataLength, checksum]);
    case 1:
      return length === 22 ? [joinProof] : [join, length === 14 ? joinAnswer : joinRequest];
    case 2:
      return signalLayout(length, byte(1));
    case 3:
      return addressLayout(length);
    case 4:
      return [removeAddress, ...Array<Header>(Math.max(0, length - 1)).fill(addressId)];
    case 5:
      return fitting(length, [priority, addressId]);
    case 6:
      return [fail];
    case 7:
      return [fastClose];
    case 8:
      return [reset];
    default:
      return [unknownSubtype];
  }
}

/** Whether an option is shorter than its subtype and flags need, kind and length included (RFC 8684 §3); MP_JOIN needs its subtype only. */
export function mptcpBreaksOff(length: number, first: number, second: number): boolean {
  return length < leastLengths[first >> 4] + (first >> 4 === sequenceSignalSubtype ? signalSize(second) : 0);
}

const sequenceSignalSubtype = 2;
const leastLengths = [4, 3, 4, 4, 3, 3, 12, 12, 4, 3, 3, 3, 3, 3, 3, 3];

function signalSize(flags: number): number {
  const ack = flags & signalFlag.dataAck ? (flags & signalFlag.longDataAck ? dataAck.long : dataAck.short).size : 0;
  if ((flags & signalFlag.mapping) === 0) return ack;
  return ack + (flags & signalFlag.longSequence ? dataSequence.long : dataSequence.short).size + mapping.size;
}

/** As many of the tables, from the first on, as there is room for. */
function fitting(length: number, tables: readonly Header[]): readonly Header[] {
  let left = length;
  return tables.filter((table) => {
    left -= table.size;
    return left >= 0;
  });
}

function signalLayout(length: number, flags: number): readonly Header[] {
  const has = (bit: number) => (flags & bit) !== 0;
  return fitting(length, [
    sequenceSignal,
    ...(has(signalFlag.dataAck) ? [has(signalFlag.longDataAck) ? dataAck.long : dataAck.short] : []),
    ...(has(signalFlag.mapping)
      ? [has(signalFlag.longSequence) ? dataSequence.long : dataSequence.short, mapping, checksum]
      : []),
  ]);
}

/** An address, perhaps a port and a proof: each choice has another length, so the length tells which are there (§3.4.1). */
function addressLayout(length: number): readonly Header[] {
  const rest = length - addAddress.size;
  const ip = rest >= address.v6.size ? address.v6 : address.v4;
  const more = rest - ip.size;
  return [addAddress, ip, ...(more === 2 || more === 10 ? [port] : []), ...(more >= 8 ? [addressProof] : [])];
}
