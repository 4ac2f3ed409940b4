import { closeSync, openSync, realpathSync, statSync } from "node:fs";
import type { Containment } from "./containment.ts";
import { PathDirectory, type PathGuard } from "./path-entry.ts";

/** Names of devices, which Windows finds in every directory, with or without an extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

const guard: PathGuard = {
  assertSame(path, { dev, ino }) {
    const now = statSync(path, { bigint: true });
    const isDirect = realpathSync.native(path).toLowerCase() === path.toLowerCase();
    if (now.dev === dev && now.ino === ino && isDirect) return;
    throw Object.assign(new Error("A directory was replaced"), { code: "ESTALE" });
  },
  openFile(path) {
    const descriptor = openSync(path, "r");
    if (realpathSync.native(path).toLowerCase() === path.toLowerCase()) return descriptor;
    closeSync(descriptor);
    throw Object.assign(new Error("A link leads to the file"), { code: "ELOOP" });
  },
  checkName(name) {
    // A colon names an alternate stream; trailing dots and spaces are dropped by the system, so that names coincide.
    if (!/[:\\/<>|"?*]/.test(name) && !/[. ]$/.test(name) && !device.test(name)) return;
    throw Object.assign(new Error("Not a file's name on Windows"), { code: "EINVAL" });
  },
};

/** Windows: what was opened is compared with what was named, before and after. */
export const handleComparison: Containment = {
  mechanism: "handle comparison",
  guarantee:
    "Each file and directory is compared with what its path names before and after use, which a directory swapped twice in " +
    "between could pass. Device names, alternate streams and UNC paths are refused before any system call.",
  openRoot: (path) => new PathDirectory(path, statSync(path, { bigint: true }), guard),
};
