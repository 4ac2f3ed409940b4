import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../../changing/write-file.ts";
import { assertRefused } from "../assert-refused.ts";
import type { Check } from "../check.ts";

/** A small letter that some file systems take for an s, and Unicode's two ways to write an é. */
const [longS, composed, decomposed] = ["\u017F", "\u00E9", "e\u0301"];

const claim = "Names that only look different open nothing that is kept shut";

/** Whether names that differ in case or in how accents are written mean one file here, and that nothing opens by it. */
export const likeNames: Check = {
  claim,
  danger: "A secret could be read, or a protected place changed, by another spelling of its name",
  async run(stand) {
    stand.plant({ "root/.env": "SECRET", "root/credentials.KEY": "SECRET", [`root/${composed}`]: "" });
    const isThere = (name: string) => existsSync(join(stand.root, name));
    for (const path of [".ENV", ".Env", "credentials.key"]) {
      // Where the file system tells cases apart there is no such file.
      await assertRefused(`reading ${path}`, () => stand.read(path), isThere(path) ? "refused" : "not_found");
    }
    const files = await stand.files();
    for (const path of [".BASHRC", `.ba${longS}hrc`, ".git/HOOKS/post-checkout"]) {
      const writing = { path, content: "x", mode: "create", parents: true } as const;
      await assertRefused(`writing ${path}`, () => writeFile(files, writing, stand.caller));
    }
    const [ignoresCase, ignoresForm] = [isThere(".ENV"), isThere(decomposed)];
    if (!ignoresCase && !ignoresForm) return "This file system tells all names apart";
    const ignored = [ignoresCase ? "capitals" : [], ignoresForm ? "the way that accents are written" : []].flat();
    return {
      level: "note",
      title: claim,
      detail: `This file system takes no notice of ${ignored.join(" and ")}`,
    };
  },
};
