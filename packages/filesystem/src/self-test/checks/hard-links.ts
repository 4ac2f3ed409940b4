import { linkSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../../changing/write-file.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";
import { notTested } from "../not-tested.ts";

const claim = "A file with other names (hard links) is told of, and writing leaves those as they are";

/** A file outside that has a second name inside, as nothing can tell from the file. */
export const hardLinks: Check = {
  claim,
  danger: "A change inside a root could reach a file outside unseen",
  async run(stand) {
    try {
      linkSync(join(stand.outside, "secret.txt"), join(stand.root, "linked.txt"));
    } catch (error) {
      return notTested(claim, `This file system makes no hard links (${(error as NodeJS.ErrnoException).code})`);
    }
    const files = await stand.files();
    const write = (path: string) =>
      writeFile(files, { path, content: "new", mode: "overwrite", parents: false }, stand.caller);
    assertSame("how many other names are told", (await write("linked.txt")).otherNames, 1);
    assertSame("what the name inside holds", stand.onDisk("linked.txt"), "new");
    assertSame("what the name outside holds", stand.onDisk("../outside/secret.txt"), "OUTSIDE");
    assertSame("how many other names a usual file has", (await write("plain.txt")).otherNames, 0);
    return "The other name keeps its content";
  },
};
