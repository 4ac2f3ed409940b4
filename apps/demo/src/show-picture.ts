import { PNG } from "pngjs";

const columns = 40;
/** From dark to light; letters of a terminal are twice as high as they are wide. */
const shades = [" ", "░", "▒", "▓", "█"];

/** A picture as a terminal can show it: the lighter, the fuller. */
export function showPicture(base64: string): string {
  const { width, height, data } = PNG.sync.read(Buffer.from(base64, "base64"));
  const wide = width / columns;
  const rows = Math.max(1, Math.round(height / (2 * wide)));
  const high = height / rows;
  const light = (column: number, row: number) => {
    let [sum, count] = [0, 0];
    for (let y = Math.floor(row * high); y < Math.floor((row + 1) * high); y += 1)
      for (let x = Math.floor(column * wide); x < Math.floor((column + 1) * wide); x += 1) {
        const at = (y * width + x) * 4;
        sum += ((data[at] ?? 0) * 0.21 + (data[at + 1] ?? 0) * 0.72 + (data[at + 2] ?? 0) * 0.07) / 255;
        count += 1;
      }
    return count === 0 ? 0 : sum / count;
  };
  const line = (row: number) =>
    Array.from({ length: columns }, (_, column) => shades[Math.min(4, Math.floor(light(column, row) * 5))]).join("");
  return Array.from({ length: rows }, (_, row) => line(row)).join("\n");
}
