import { createHash } from "node:crypto";
import type { Design } from "./design.ts";

/** Figma names a picture by the SHA-1 of its bytes. */
export function imageRef(design: Design, name: string): string {
  const bytes = design.images.get(name);
  if (bytes === undefined) throw new Error(`The design has no picture ${name}`);
  return createHash("sha1").update(bytes).digest("hex");
}
