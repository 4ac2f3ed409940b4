import { chmodSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFile } from "../../changing/write-file.ts";
import { openRegular } from "../../reading/open-regular.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";

/** What the journal keeps of files, which nobody else may read and no tool shows. */
export const journalPrivacy: Check = {
  claim: "The journal is this user's alone, shown by no tool, and not used where others could read it",
  danger: "What was changed or deleted could be read by others on this machine",
  async run(stand) {
    const files = await stand.files();
    const write = (content: string) =>
      writeFile(files, { path: "plain.txt", content, mode: "overwrite", parents: false }, stand.caller);
    await write("new");
    const folder = join(stand.journal, "transactions");
    const names = readdirSync(folder);
    assertSame("whether something is kept", names.length > 1, true);
    const around = await stand.open(dirname(stand.journal));
    for (const name of names)
      await assertRefused(`reading ${name} of the journal`, () => openRegular(around, join(folder, name)));
    if (process.platform === "win32") return "No tool shows it; who else may read it, Windows does not tell";
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
    assertSame("permissions of the journal", modeOf(folder), "700");
    for (const name of names) assertSame("permissions of what it keeps", modeOf(join(folder, name)), "600");
    chmodSync(folder, 0o755);
    const again = await stand.open(stand.root);
    const writing = { path: "plain.txt", content: "newer", mode: "overwrite", parents: false } as const;
    await assertRefused("changing with an open journal", () => writeFile(again, writing, stand.caller), "unavailable");
    assertSame("what the file holds then", stand.onDisk("plain.txt"), "new");
    return "Mode 700, what it keeps 600; with mode 755 nothing is changed";
  },
};
