import { closeSync, constants, fstatSync, openSync, statSync } from "node:fs";
import type { Containment } from "./containment.ts";
import { PathDirectory, type PathGuard } from "./path-entry.ts";

/** macOS's `O_NOFOLLOW_ANY`: the kernel refuses a path with a link in any of its components. */
const nofollowAny = 0x20000000;

const guard: PathGuard = {
  assertSame(path, { dev, ino }) {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | nofollowAny);
    try {
      const now = fstatSync(descriptor, { bigint: true });
      if (now.dev !== dev || now.ino !== ino)
        throw Object.assign(new Error("A directory was replaced"), { code: "ESTALE" });
    } finally {
      closeSync(descriptor);
    }
  },
  openFile: (path) => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | nofollowAny),
  checkName() {},
};

/** macOS: content is opened by paths in which the kernel follows no link; lists are checked before and after. */
export const nofollowAnyOpens: Containment = {
  mechanism: "nofollow-any",
  guarantee:
    "The kernel follows no link on the way to a file's content. Names and facts in listings are checked before and after " +
    "they are taken, which a directory swapped twice in between could pass.",
  openRoot: (path) => new PathDirectory(path, statSync(path, { bigint: true }), guard),
};
