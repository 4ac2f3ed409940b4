import { chmodSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { remove } from "../../changing/remove.ts";
import { writeFile } from "../../changing/write-file.ts";
import { undo } from "../../journal/undoing/undo.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";

/** Seconds since 1970; every file system keeps an even one. */
const longAgo = 1_000_000_000;

/** A change taken back, a deletion taken back, and what must not be. */
export const undoing: Check = {
  claim: "A change can be taken back: bytes, permissions and time are as before",
  danger: "What a model changed or deleted could be lost",
  async run(stand) {
    const path = join(stand.root, "old.txt");
    writeFileSync(path, "old\r\n\xFF");
    chmodSync(path, 0o640);
    utimesSync(path, longAgo, longAgo);
    const state = () => [stand.onDisk("old.txt"), statSync(path).mode & 0o7777, statSync(path).mtimeMs];
    const before = state();
    const [files, { caller }] = [await stand.files(), stand];
    const write = (content: string) =>
      writeFile(files, { path: "old.txt", content, mode: "overwrite", parents: false }, caller);
    const first = await write("new");
    await undo(files, first.transaction, caller);
    assertSame("the file, once the change was taken back", state(), before);
    await assertRefused("taking it back a second time", () => undo(files, first.transaction, caller), "conflict");
    const second = await write("newer");
    writeFileSync(path, "somebody else's");
    await assertRefused("taking back over another's change", () => undo(files, second.transaction, caller), "conflict");
    assertSame("what the other wrote", stand.onDisk("old.txt"), "somebody else's");
    const removed = await remove(files, "plain.txt", false, caller);
    await undo(files, removed.transaction, caller);
    assertSame("what a deleted file holds, once that was taken back", stand.onDisk("plain.txt"), "plain");
    return "A change and a deletion; not twice, and not over what somebody else wrote since";
  },
};
