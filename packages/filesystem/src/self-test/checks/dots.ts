import { join } from "node:path";
import { writeFile } from "../../changing/write-file.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";

/** Paths that climb out, or name what lies outside. */
export const dots: Check = {
  claim: "A path does not climb out of a root by .., nor name what lies outside",
  danger: "Any file on the machine could be read or written by its path",
  async run(stand) {
    stand.plant({ "root/folder/inner.txt": "inner" });
    const files = await stand.files();
    const out = [
      "../outside/secret.txt",
      "folder/../../outside/secret.txt",
      join(stand.outside, "secret.txt"),
      `${stand.root}/../outside/secret.txt`,
      `${stand.root}-twin/secret.txt`,
    ];
    for (const path of out) {
      await assertRefused(`reading ${path}`, () => stand.read(path));
      const writing = { path, content: "x", mode: "overwrite", parents: false } as const;
      await assertRefused(`writing ${path}`, () => writeFile(files, writing, stand.caller));
    }
    assertSame("what folder/../plain.txt shows", await stand.read("folder/../plain.txt"), "plain");
    assertSame("what an absolute path inside shows", await stand.read(join(stand.root, "plain.txt")), "plain");
    return `${out.length} paths that lead out are refused; .. inside a root works`;
  },
};
