import { constants, deflateRawSync } from "node:zlib";

const blockBytes = 16 * 1024 * 1024;

/** What inflates to so many blocks of 16 MiB of this byte: one block, deflated once, stands there again and again. */
export function deflateBomb(blocks: number, byte = 0x20): Buffer {
  const block = deflateRawSync(Buffer.alloc(blockBytes, byte), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(blocks).fill(block), deflateRawSync("")]);
}
