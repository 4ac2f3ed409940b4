import { createHash } from "node:crypto";
import type { Design } from "./design.ts";

/** The key under which something is published: 40 hexadecimal digits. */
export function keyOf(design: Design, id: string): string {
  return createHash("sha1").update(`${design.name} ${id}`).digest("hex");
}
