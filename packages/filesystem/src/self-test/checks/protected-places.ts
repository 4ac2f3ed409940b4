import { existsSync } from "node:fs";
import { join } from "node:path";
import { move } from "../../changing/move.ts";
import { remove } from "../../changing/remove.ts";
import { writeFile } from "../../changing/write-file.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";

/** What is run without being asked for, reached in every way that a call has. */
export const protectedPlaces: Check = {
  claim: "Protected places are not changed: by name, in capitals, through a link, with the folder around them",
  danger: "A model that was talked into something could leave behind what your shell or Git runs later",
  async run(stand) {
    stand.plant({ "root/.git/hooks/pre-commit": "old", "root/.git/description": "old" });
    stand.link(join(stand.root, ".git"), "alias");
    const [files, { caller }] = [await stand.files(), stand];
    const write = (path: string) =>
      writeFile(files, { path, content: "new", mode: "overwrite", parents: true }, caller);
    const paths = [".git/hooks/pre-commit", ".git/hooks/new", ".BashRC", "alias/hooks/pre-commit"];
    for (const path of paths) await assertRefused(`writing ${path}`, () => write(path));
    await assertRefused("deleting .git", () => remove(files, ".git", true, caller));
    const moving = { from: ".git", to: "elsewhere", overwrite: false };
    await assertRefused("moving .git", () => move(files, moving, caller));
    const planting = { from: "plain.txt", to: ".bashrc", overwrite: false };
    await assertRefused("moving a file to .bashrc", () => move(files, planting, caller));
    assertSame("what the hook holds", stand.onDisk(".git/hooks/pre-commit"), "old");
    assertSame("whether .bashrc is there", existsSync(join(stand.root, ".bashrc")), false);
    await write(".git/description");
    assertSame("what a file beside the hooks holds", stand.onDisk(".git/description"), "new");
    return `${paths.length + 3} ways are refused; a file beside the hooks is written`;
  },
};
