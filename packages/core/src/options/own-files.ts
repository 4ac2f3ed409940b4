import { basename, dirname, join, resolve } from "node:path";
import type * as z from "zod";
import { realPlace } from "../audit/real-place.ts";
import type { standardOptions } from "./standard-options.ts";

/** The audit log itself, and what stands beside it. */
const partsOfLog = ["", ".head", ".lock", ".reserve"];

/**
 * The files that govern this process, and that tell what was done through it: absolute, and free of links. Where one is named by a
 * link, the link too, since another may be put in its place.
 */
export function ownFiles({
  config,
  auditLog,
}: Pick<z.output<typeof standardOptions>, "config" | "auditLog">): readonly string[] {
  const log = placesOf(auditLog).flatMap((place) => partsOfLog.map((part) => place + part));
  return [...placesOf(config), ...log];
}

function placesOf(file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  const path = resolve(file);
  return [...new Set([realPlace(path), join(realPlace(dirname(path)), basename(path))])];
}
