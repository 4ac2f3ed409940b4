import { encode } from "jpeg-js";
import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { cropImage } from "./crop-image.ts";

const colours = { r: [255, 0, 0, 255], g: [0, 255, 0, 255], b: [0, 0, 255, 255], w: [255, 255, 255, 255] };
type Colour = keyof typeof colours;

/** A picture from letters, a line each. */
function picture(lines: readonly string[]): Buffer {
  const png = new PNG({ width: lines[0]?.length ?? 0, height: lines.length });
  png.data.set([...lines.join("")].flatMap((letter) => colours[letter as Colour]));
  return PNG.sync.write(png);
}

function letters(bytes: Buffer | undefined): string[] {
  const { width, height, data } = PNG.sync.read(bytes ?? Buffer.alloc(0));
  const letterAt = (index: number) => {
    const point = [...data.subarray(index * 4, index * 4 + 4)].join();
    return Object.entries(colours).find(([, colour]) => colour.join() === point)?.[0] ?? ".";
  };
  const all = Array.from({ length: width * height }, (_, index) => letterAt(index)).join("");
  return Array.from({ length: height }, (_, row) => all.slice(row * width, (row + 1) * width));
}

const quarters = picture(["rrgg", "rrgg", "bbww", "bbww"]);

it("takes the part that the crop shows, point by point", () => {
  expect(
    letters(
      cropImage(quarters, [
        [0.5, 0, 0.25],
        [0, 0.5, 0.25],
      ]),
    ),
  ).toEqual(["rg", "bw"]);
  expect(
    letters(
      cropImage(quarters, [
        [0.5, 0, 0.5],
        [0, 1, 0],
      ]),
    ),
  ).toEqual(["gg", "gg", "ww", "ww"]);
});

it("turns what is turned", () => {
  // A quarter turn: what lies across the layer goes down the image.
  expect(
    letters(
      cropImage(quarters, [
        [0, -1, 1],
        [1, 0, 0],
      ]),
    ),
  ).toEqual(["ggww", "ggww", "rrbb", "rrbb"]);
});

it("leaves clear what lies beside the image", () => {
  expect(
    letters(
      cropImage(quarters, [
        [2, 0, -0.5],
        [0, 1, 0],
      ]),
    ),
  ).toEqual(["..rrgg..", "..rrgg..", "..bbww..", "..bbww.."]);
});

it("crops a JPEG into a PNG", () => {
  const data = Buffer.alloc(16 * 16 * 4, 200);
  const cropped = cropImage(encode({ width: 16, height: 16, data }, 90).data, [
    [0.5, 0, 0],
    [0, 0.25, 0],
  ]);
  const { width, height } = PNG.sync.read(cropped ?? Buffer.alloc(0));
  expect([width, height]).toEqual([8, 4]);
});

it.each([
  ["another format", Buffer.from("GIF89a\x01\x00\x01\x00")],
  ["a broken image", quarters.subarray(0, 40)],
  ["nothing", Buffer.alloc(0)],
])("says that %s is not cropped here", (_, bytes) => {
  expect(
    cropImage(bytes, [
      [0.5, 0, 0],
      [0, 0.5, 0],
    ]),
  ).toBeUndefined();
});

it("takes no image apart that says it is huge, nor makes one", () => {
  const huge = Buffer.from(quarters);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  expect(
    cropImage(huge, [
      [0.5, 0, 0],
      [0, 0.5, 0],
    ]),
  ).toBeUndefined();
  expect(
    cropImage(quarters, [
      [1e5, 0, 0],
      [0, 1e5, 0],
    ]),
  ).toBeUndefined();
});
