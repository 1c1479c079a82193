import { join, u8, u16, u16le, u32, u32le, zeros } from "./bytes";

/** Blocks and options of draft-ietf-opsawg-pcapng, in one byte order. */
export class Pcapng {
  constructor(readonly littleEndian = true) {}

  readonly n16 = (value: number): Uint8Array => (this.littleEndian ? u16le : u16)(value);
  readonly n32 = (value: number): Uint8Array => (this.littleEndian ? u32le : u32)(value);

  n64(value: bigint): Uint8Array {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigInt64(0, BigInt.asIntN(64, value), this.littleEndian);
    return bytes;
  }

  option(code: number, value: Uint8Array): Uint8Array {
    return join(this.n16(code), this.n16(value.length), padded(value));
  }

  /** `claims` and `again` are the two lengths where they shall not be the right one. */
  block(type: number, body: Uint8Array, claims = 12 + padded(body).length, again = claims): Uint8Array {
    return join(this.n32(type), this.n32(claims), padded(body), this.n32(again));
  }

  section(options: Uint8Array = zeros(0), major = 1, minor = 0): Uint8Array {
    return this.block(0x0a0d0d0a, join(this.n32(0x1a2b3c4d), this.n16(major), this.n16(minor), this.n64(-1n), options));
  }

  interface(options: Uint8Array = zeros(0), linkType = 1, snapLength = 0): Uint8Array {
    return this.block(1, join(this.n16(linkType), this.n16(0), this.n32(snapLength), options));
  }

  /** An interface with if_tsresol, and if_tsoffset where it is given. */
  clock(resolution: number, offset?: bigint): Uint8Array {
    return this.interface(
      join(this.option(9, u8(resolution)), offset === undefined ? zeros(0) : this.option(14, this.n64(offset))),
    );
  }

  packet(bytes: Uint8Array, more: PacketFields = {}): Uint8Array {
    return this.block(6, join(this.n32(more.interface ?? 0), this.packetFields(bytes, more)), more.claims, more.again);
  }

  oldPacket(bytes: Uint8Array, more: PacketFields = {}): Uint8Array {
    return this.block(2, join(this.n16(more.interface ?? 0), this.n16(0xffff), this.packetFields(bytes, more)));
  }

  simplePacket(bytes: Uint8Array, length = bytes.length): Uint8Array {
    return this.block(3, join(this.n32(length), bytes));
  }

  private packetFields(bytes: Uint8Array, { time = 0n, length, captured, options }: PacketFields): Uint8Array {
    return join(
      this.n32(Number(BigInt.asUintN(64, time) >> 32n)),
      this.n32(Number(time & 0xffff_ffffn)),
      this.n32(captured ?? bytes.length),
      this.n32(length ?? bytes.length),
      padded(bytes),
      options ?? zeros(0),
    );
  }
}

export interface PacketFields {
  readonly interface?: number;
  readonly time?: bigint;
  readonly length?: number;
  /** Where it shall not be the right one. */
  readonly captured?: number;
  readonly options?: Uint8Array;
  readonly claims?: number;
  readonly again?: number;
}

function padded(bytes: Uint8Array): Uint8Array {
  return join(bytes, zeros((4 - (bytes.length % 4)) % 4));
}
