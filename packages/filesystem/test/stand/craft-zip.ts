import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a crafted archive; what is not said is true and ordinary. */
export interface CraftedEntry {
  readonly name: string | Buffer;
  /** Unpacked. */
  readonly content?: string | Buffer;
  /** Unix type and permissions. */
  readonly mode?: number;
  readonly flags?: number;
  /** 8 deflates; any other number is only claimed. */
  readonly method?: number;
  /** What is claimed in place of the truth. */
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  /** Bytes before the place where the entry is said to begin; may be those of the entry before. */
  readonly offset?: number;
  readonly extra?: Buffer;
  readonly comment?: Buffer;
}

const utf8 = 0x800;
const unix = 3 << 8;

/** Writes a zip archive as no honest program would. */
export function craftZip(entries: readonly CraftedEntry[], claimedCount = entries.length): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { local, central } = parts(entry, entry.offset ?? at);
    bodies.push(local);
    list.push(central);
    at += local.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claimedCount, 8);
  end.writeUInt16LE(claimedCount, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}

function parts(entry: CraftedEntry, offset: number): { readonly local: Buffer; readonly central: Buffer } {
  const { mode = 0o100644, flags = utf8, method = 0, extra = Buffer.alloc(0), comment = Buffer.alloc(0) } = entry;
  const name = Buffer.from(entry.name);
  const content = Buffer.from(entry.content ?? "");
  const packed = method === 8 ? deflateRawSync(content) : content;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt16LE(0x5821, 8);
  common.writeUInt32LE(entry.crc ?? crc32(content), 10);
  common.writeUInt32LE(entry.packedSize ?? packed.length, 14);
  common.writeUInt32LE(entry.size ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  const tail = Buffer.alloc(14);
  tail.writeUInt16LE(comment.length, 0);
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from("PK\x03\x04"), common, name, extra, packed]),
    central: Buffer.concat([Buffer.from("PK\x01\x02"), uint16(unix | 20), common, tail, name, extra, comment]),
  };
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
