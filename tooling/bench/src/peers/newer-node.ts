import { join } from "node:path";
import { installPackage } from "./install-package.ts";

const VERSION = "22.23.3";

/**
 * A Node.js of 22.5 or later: the one that runs this, or else one that npm has as a package for this system.
 *
 * @returns the path of the program
 */
export async function newerNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 5)) return process.execPath;
  const system = process.platform === "win32" ? "win" : process.platform;
  const folder = await installPackage(`node-${system}-${process.arch}`, VERSION);
  return join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
}
