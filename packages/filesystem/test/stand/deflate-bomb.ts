import { constants, deflateRawSync } from "node:zlib";

const blockBytes = 16 * 1024 * 1024;

/** What inflates to so many blocks of 16 MiB of this text: one block, deflated once, stands there again and again. */
export function deflateBomb(blocks: number, text = " ", before = ""): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(text.repeat(blockBytes / text.length), flush);
  return Buffer.concat([deflateRawSync(before, flush), ...Array<Buffer>(blocks).fill(block), deflateRawSync("")]);
}
