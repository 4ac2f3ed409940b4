import { execFileSync } from "node:child_process";
import { closeSync, constants, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { openRegular } from "../../reading/open-regular.ts";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";
import { notTested } from "../not-tested.ts";

/** mkfifo(3), which Node does not have. */
const mkfifo = "mkfifo";

const claim = "A FIFO and a device are refused at once, and never opened";

/** What makes a reader wait for ever, or does something when it is opened. */
export const specialFiles: Check = {
  claim,
  danger: "A single file could hang the server for good",
  async run(stand) {
    const files = await stand.files();
    const fifo = makeFifo(join(stand.root, "fifo"));
    if (typeof fifo === "string") return notTested(claim, fifo);
    try {
      await assertRefused("reading a FIFO", () => openRegular(files, "fifo"));
    } finally {
      closeSync(fifo);
    }
    assertSame("what a regular file beside it shows", await stand.read("plain.txt"), "plain");
    if (!existsSync("/dev/zero")) return "A FIFO; there is no device to try";
    const devices = await stand.open("/dev");
    await assertRefused("reading /dev/zero", () => openRegular(devices, "/dev/zero"));
    return "A FIFO and /dev/zero; a regular file beside them is read";
  },
};

/** Makes a FIFO and holds it open, so that a reader that should not be there cannot hang. Returns why not, where it cannot. */
function makeFifo(path: string): number | string {
  if (process.platform === "win32") return "Windows has no such files in folders";
  try {
    execFileSync(mkfifo, [path], { stdio: "ignore", timeout: 2000 });
    return openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  } catch (error) {
    return `mkfifo, which makes one, is not there or cannot (${(error as NodeJS.ErrnoException).code ?? "failed"})`;
  }
}
