import type { Transform } from "@figma/rest-api-spec";
import { decode as decodeJpeg } from "jpeg-js";
import { PNG } from "pngjs";

/** Beyond this an image would take over half a gigabyte: Figma itself takes none with more than 4096 points each way. */
const mostPoints = 64 << 20;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each point. */
  readonly data: Uint8Array;
}

/**
 * The part of an image that a crop shows, as PNG. Undefined for a format that is not taken apart here.
 *
 * @param transform what a paint says: from the layer's unit square to the image's
 */
export function cropImage(bytes: Buffer, transform: Transform): Buffer | undefined {
  const image = pixelsOf(bytes);
  if (image === undefined) return undefined;
  const [[a = 1, c = 0, e = 0] = [], [b = 0, d = 1, f = 0] = []] = transform;
  const width = sizeOf(a * image.width, b * image.height);
  const height = sizeOf(c * image.width, d * image.height);
  if (width * height > mostPoints) return undefined;
  const cropped = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Of the middle of a point, so that what is not turned is copied point by point.
      const [u, v] = [(x + 0.5) / width, (y + 0.5) / height];
      const column = Math.floor((a * u + c * v + e) * image.width);
      const row = Math.floor((b * u + d * v + f) * image.height);
      if (column < 0 || row < 0 || column >= image.width || row >= image.height) continue;
      const from = (row * image.width + column) * 4;
      cropped.data.set(image.data.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return PNG.sync.write(cropped);
}

const sizeOf = (across: number, down: number) => Math.max(1, Math.round(Math.hypot(across, down)));

function pixelsOf(bytes: Buffer): Pixels | undefined {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47) {
      // The size stands in the first chunk, before anything is unpacked.
      if (bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > mostPoints) return undefined;
      return PNG.sync.read(bytes);
    }
    if (bytes.readUInt16BE(0) === 0xffd8)
      return decodeJpeg(bytes, { useTArray: true, formatAsRGBA: true, maxResolutionInMP: 64, maxMemoryUsageInMB: 768 });
  } catch {
    // What is broken is kept as it is.
  }
  return undefined;
}
