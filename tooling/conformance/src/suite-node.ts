import { join } from "node:path";
import { installPackage } from "./install-package.ts";

/** The oldest that the suite runs on. */
const oldest = 22;
const version = "24.21.0";

/** A Node that the suite runs on: this one, or else one from the registry, as the package `node` would install it. */
export async function suiteNode(): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= oldest) return process.execPath;
  const { platform, arch } = process;
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  const folder = await installPackage(`${prefix}-${platform === "win32" ? "win" : platform}-${arch}`, version);
  return join(folder, "bin", platform === "win32" ? "node.exe" : "node");
}
