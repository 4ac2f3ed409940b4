import { closeSync, ftruncateSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { openRegular } from "../../reading/open-regular.ts";
import { readWhole } from "../../reading/read-whole.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";
import { notTested } from "../not-tested.ts";

const claim = "A file far larger than memory is refused as a whole, and read by pages";

const [mebibyte, giant] = [1024 ** 2, 100 * 1024 ** 3];

/** Milliseconds; whoever does not refuse is stopped before it has taken much memory. */
const longest = 100;

/** A file that says it has 100 GiB, and takes no room. */
export const sparseGiant: Check = {
  claim,
  danger: "A single file could use up the memory of the machine",
  async run(stand) {
    const path = join(stand.root, "giant");
    const because =
      stretch(path, mebibyte) ?? (takesRoom(path) ? "Files here take the room they say" : stretch(path, giant));
    if (because !== undefined) return notTested(claim, because);
    const files = await stand.files();
    using file = openRegular(files, "giant");
    await assertRefused("reading all of it", () => readWhole(file, files, AbortSignal.timeout(longest)));
    assertSame("bytes of a page in its midst", (await file.read(giant / 2, 4096)).length, 4096);
    assertSame("what a small file shows as a whole", await stand.read("plain.txt"), "plain");
    return "100 GiB that take no room on the disk";
  },
};

/** Returns why not, where it cannot. */
function stretch(path: string, bytes: number): string | undefined {
  const descriptor = openSync(path, "a");
  try {
    ftruncateSync(descriptor, bytes);
    return undefined;
  } catch (error) {
    return `This file system makes no such file (${(error as NodeJS.ErrnoException).code})`;
  } finally {
    closeSync(descriptor);
  }
}

/** Windows tells no blocks, and fills what is not marked as sparse. */
function takesRoom(path: string): boolean {
  return process.platform === "win32" || statSync(path).blocks * 512 > mebibyte / 2;
}
