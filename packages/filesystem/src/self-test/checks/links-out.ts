import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../../changing/write-file.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";
import type { Stand } from "../stand.ts";

/** Links to files and folders outside, absolute, relative and through each other; and links that stay inside. */
export const linksOut: Check = {
  claim: "Links that lead out of a root are refused, and those that stay inside are followed",
  danger: "A link in a folder that you serve could lead to any file on the machine",
  async run(stand) {
    const out = plantLinks(stand);
    const files = await stand.files();
    for (const path of out) {
      await assertRefused(`reading ${path}`, () => stand.read(path));
      const writing = { path, content: "x", mode: "overwrite", parents: true } as const;
      await assertRefused(`writing ${path}`, () => writeFile(files, writing, stand.caller));
    }
    await assertRefused("listing absolute", () => files.reachFolder("absolute"));
    assertSame("what stands outside afterwards", readdirSync(stand.outside), ["secret.txt"]);
    assertSame("what an absolute link inside shows", await stand.read("inside/plain.txt"), "plain");
    assertSame("what a relative link inside shows", await stand.read("beside/plain.txt"), "plain");
    return `${out.length} ways out are shut, for reading and writing; 2 ways inside are open`;
  },
};

/** Returns the paths that lead out. */
function plantLinks(stand: Stand): string[] {
  stand.plant({ "root/folder/plain.txt": "plain" });
  stand.link(stand.outside, "absolute");
  stand.link(join(stand.root, "absolute"), "through-another");
  stand.link(join(stand.root, "folder"), "inside");
  stand.link(process.platform === "win32" ? join(stand.root, "folder") : "folder", "beside");
  const folders = ["absolute/secret.txt", "absolute/new.txt", "through-another/secret.txt"];
  // Links to files, and relative ones, need a privilege there.
  if (process.platform === "win32") return folders;
  stand.link("../outside", "relative");
  symlinkSync(join(stand.outside, "secret.txt"), join(stand.root, "file.txt"));
  symlinkSync("folder/../../outside/secret.txt", join(stand.root, "winding.txt"));
  return [...folders, "relative/secret.txt", "relative/new.txt", "file.txt", "winding.txt"];
}
