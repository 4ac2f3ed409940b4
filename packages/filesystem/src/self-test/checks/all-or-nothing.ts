import { readdirSync } from "node:fs";
import { editFiles } from "../../changing/edit-files.ts";
import { writeFile } from "../../changing/write-file.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";
import type { Stand } from "../stand.ts";

/** Changes that fail in their midst, and changes made on an old view. */
export const allOrNothing: Check = {
  claim: "A change is made whole or not at all, and never over what somebody else wrote",
  danger: "Files could be left half changed, or changes of others lost",
  async run(stand) {
    stand.plant({ "root/one.txt": "one", "root/two.txt": "two" });
    const both = () => [stand.onDisk("one.txt"), stand.onDisk("two.txt")];
    const edit = async (old: string) => editFiles(await stand.files(), { edits: edits(old), etags: {} }, stand.caller);
    const before = names(stand);
    await assertRefused("an edit of which one part does not match", () => edit("three"), "invalid_input");
    assertSame("what both files hold after it", both(), ["one", "two"]);
    const writing = { path: "one.txt", content: "lost", etag: "of-before", mode: "overwrite", parents: false } as const;
    await assertRefused(
      "a write on an old view",
      async () => writeFile(await stand.files(), writing, stand.caller),
      "conflict",
    );
    assertSame("what both files hold after that", both(), ["one", "two"]);
    await edit("two");
    assertSame("what both files hold after an edit that matches", both(), ["new", "new"]);
    assertSame("which names are left behind", names(stand), before);
    return "Two files in one transaction; a write on an old view is refused";
  },
};

function edits(old: string) {
  return [
    { path: "one.txt", old: "one", new: "new", all: false },
    { path: "two.txt", old, new: "new", all: false },
  ];
}

function names({ root }: Stand): string[] {
  return readdirSync(root).sort();
}
