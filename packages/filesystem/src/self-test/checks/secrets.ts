import { linkSync } from "node:fs";
import { join } from "node:path";
import { copy } from "../../changing/copy.ts";
import { move } from "../../changing/move.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";
import type { Stand } from "../stand.ts";

const claim = "Places of secrets are not read: by name, in capitals, through a link, by a copy or a move";

/** Well-known places of secrets, and what looks like one and is none. */
export const secrets: Check = {
  claim,
  danger: "Passwords and keys in a folder that you serve could be read",
  async run(stand) {
    stand.plant({ "root/.env": "SECRET", "root/.aws/credentials": "SECRET", "root/environment.txt": "plain" });
    // In a folder of its own: beside the other it may be the same file.
    stand.plant({ "root/capitals/.ENV": "SECRET", "root/capitals/ID_RSA": "SECRET" });
    stand.link(join(stand.root, ".aws"), "cloud");
    const paths = [".env", ".aws/credentials", "capitals/.ENV", "capitals/ID_RSA", "cloud/credentials"];
    for (const path of paths) await assertRefused(`reading ${path}`, () => stand.read(path));
    const files = await stand.files();
    const relocation = { from: ".env", to: "open.txt", overwrite: false };
    await assertRefused("copying .env to open.txt", () => copy(files, relocation, stand.caller));
    await assertRefused("moving .env to open.txt", () => move(files, relocation, stand.caller));
    assertSame("what environment.txt shows", await stand.read("environment.txt"), "plain");
    const tried = `${paths.length} places, a copy and a move are refused`;
    return hasSecondName(stand) ? { level: "note", title: claim, detail: `${tried}. ${hardLinkNote}` } : tried;
  },
};

const hardLinkNote =
  "A second name of such a file (a hard link) cannot be told from any other file, and is read: whoever can make one there can show it";

function hasSecondName(stand: Stand): boolean {
  try {
    linkSync(join(stand.root, ".env"), join(stand.root, "second-name.txt"));
    return true;
  } catch {
    return false;
  }
}
