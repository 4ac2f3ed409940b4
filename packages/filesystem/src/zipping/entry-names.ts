import { canBeAsked } from "../paths/can-be-asked.ts";
import { notUnpacked } from "./not-unpacked.ts";

const longestName = 255;

/**
 * The names that lead from where an archive is unpacked to one of its entries; none for that folder itself. Throws
 * `refused` for what would lead elsewhere, or means another place on another system.
 */
export function entryNames(path: string): readonly string[] {
  const problem = problemOf(path);
  if (problem !== undefined) throw notUnpacked("refused", problem, { entry: path });
  return path.split("/").filter((name) => name !== "" && name !== ".");
}

function problemOf(path: string): string | undefined {
  const names = path.replace(/\/$/, "").split("/");
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "has an absolute path.";
  if (path.includes("\\")) return "has a backslash in its name, which leads elsewhere on some systems.";
  if (path.includes("\0")) return "has a NUL byte in its name.";
  if (names.includes("..")) return "leads out of the folder.";
  if (names.includes("")) return "has an empty name in its path.";
  if (!canBeAsked(path)) return "has a name that is no UTF-8.";
  if (names.some((name) => Buffer.byteLength(name) > longestName))
    return `has a name longer than ${longestName} bytes.`;
  if (process.platform === "win32" && names.some((name) => /[. ]$/.test(name) && name !== "."))
    return "has a name that ends in a dot or a space, which Windows drops.";
  return undefined;
}
