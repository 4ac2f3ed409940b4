import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The version that stands in a folder's package.json. */
export async function packageVersion(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return version;
}
