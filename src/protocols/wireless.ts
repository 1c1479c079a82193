import { bits, flag, group, header, mac, u8, u16, u16le, u32le } from "./header";

/** IEEE 802.11 §9.2.4.1; as in all tables here, the highest bits of a byte come first. */
export const wlan = header("wlan", {
  fc: group({
    subtype: bits(4),
    type: bits(2),
    version: bits(2),
    order: flag(),
    protected: flag(),
    moredata: flag(),
    pwrmgt: flag(),
    retry: flag(),
    frag: flag(),
    fromds: flag(),
    tods: flag(),
  }),
  duration: u16le(),
  ra: mac(),
});
/**
 * The rest of a data frame's header (§9.3.2.1). The two bits of direction decide whose the third address is; in an aggregate it is the
 * access point's.
 */
export const wlanData = header("wlan", { ta: mac(), bssid: mac(), seq: u16le("hex") });
export const wlanFromAccessPoint = header("wlan", { ta: mac(), sa: mac(), seq: u16le("hex") });
export const wlanToAccessPoint = header("wlan", { ta: mac(), da: mac(), seq: u16le("hex") });
/** Present only where a frame goes from access point to access point. */
export const wlanFourthAddress = header("wlan", { sa: mac() });
/** Bit 7 says that several packets follow, each with a small header (§9.2.4.5). */
export const wlanQos = header("wlan", { qos: u16le("hex") });
export const wlanHighThroughput = header("wlan", { htc: u32le("hex") });
export const wlanSubframe = header("wlan_aggregate", { da: mac(), sa: mac(), a_mpdu_length: u16("bytes") });
export const wlanDataType = 2;
/** Bits of a data frame's subtype (§9.2.4.1.3). */
export const wlanSubtype = { qos: 0x8, noData: 0x4 } as const;
export const wlanQosAggregate = 0x80;

/** Little-endian, with a bitmap of the fields that follow (https://www.radiotap.org). */
export const radiotap = header("radiotap", { version: u8(), pad: u8(), length: u16le("bytes"), present: u32le("hex") });
/** Bits of the bitmap. The flags field is behind the 8 bytes of the clock, if these are there. */
export const radiotapPresent = { clock: 0x1, flags: 0x2, another: 0x80000000 } as const;
/** Alignment and size of the fields, by the bits of the bitmap; from these follows the header's length. */
export const radiotapFields: readonly (readonly [align: number, size: number])[] = [
  [8, 8],
  [1, 1],
  [1, 1],
  [2, 4],
  [2, 2],
  [1, 1],
  [1, 1],
  [2, 2],
  [2, 2],
  [2, 2],
  [1, 1],
  [1, 1],
  [1, 1],
  [1, 1],
  [2, 2],
  [2, 2],
  [1, 1],
  [1, 1],
  [4, 8],
  [1, 3],
  [4, 8],
  [2, 12],
  [8, 12],
  [2, 12],
  [2, 12],
  [2, 6],
  [1, 1],
  [2, 4],
];
export const radiotapFlag = { padded: 0x20, checksum: 0x10 } as const;

/** PPI packet header, CACE Technologies 2.0: little-endian. */
export const ppi = header("ppi", { version: u8(), flags: u8("hex"), length: u16le("bytes"), dlt: u32le() });
export const ppiField = header("ppi.field", { field_type: u16le(), field_len: u16le("bytes") }, "ppi");
export const ppiCommon = { type: 2, flagsOffset: 8, checksum: 0x1 } as const;

export const wirelessTables = [
  wlan,
  wlanData,
  wlanFromAccessPoint,
  wlanToAccessPoint,
  wlanFourthAddress,
  wlanQos,
  wlanHighThroughput,
  wlanSubframe,
  radiotap,
  ppi,
  ppiField,
] as const;
