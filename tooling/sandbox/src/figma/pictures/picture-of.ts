import type { Node, Paint } from "@figma/rest-api-spec";
import { type Pixel, png } from "./png.ts";

/** The smallest JPEG that there is: one grey point. */
const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
  "base64",
);

/** No larger than this are pictures of the stand, whatever the node measures. */
const mostPoints = 400;

/** What renders as a picture of a node: its size, in its first solid colour. */
export function pictureOf(node: Node, format: string, scale: number): { type: string; bytes: Buffer } {
  const { width, height } = sizeOf(node);
  const [red, green, blue, alpha] = colourOf(node);
  if (format === "svg") {
    const fill = `rgb(${red},${green},${blue})`;
    const svg = `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg"><rect width="${width}" height="${height}" fill="${fill}"/></svg>`;
    return { type: "image/svg+xml", bytes: Buffer.from(svg) };
  }
  if (format === "pdf")
    return { type: "application/pdf", bytes: Buffer.from(`%PDF-1.4\n% ${width} × ${height}\n%%EOF\n`) };
  if (format === "jpg") return { type: "image/jpeg", bytes: jpeg };
  const points = (size: number) => Math.min(mostPoints, Math.max(1, Math.round(size * scale)));
  return { type: "image/png", bytes: png(points(width), points(height), () => [red, green, blue, alpha]) };
}

function sizeOf(node: Node): { width: number; height: number } {
  const box = "absoluteBoundingBox" in node ? node.absoluteBoundingBox : null;
  return box === null ? { width: 1, height: 1 } : { width: box.width, height: box.height };
}

function colourOf(node: Node): Pixel {
  const fills = "fills" in node ? ((node.fills ?? []) as Paint[]) : [];
  const solid = fills.find((fill) => fill.type === "SOLID");
  if (solid === undefined) return [200, 200, 200, 255];
  const { r, g, b, a } = solid.color;
  return [r, g, b, a].map((part) => Math.round(part * 255)) as unknown as Pixel;
}
