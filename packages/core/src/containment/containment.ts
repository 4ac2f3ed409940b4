import type { HeldDirectory } from "./held-directory.ts";

/** How this platform reaches files without ever leaving a root, however directories are swapped meanwhile. */
export interface Containment {
  /** Shown by `fs_roots`: the mechanism in force. */
  readonly mechanism: "descriptor walk" | "nofollow-any" | "handle comparison";
  /** What it holds, and what it does not, in one sentence. */
  readonly guarantee: string;
  /** @param path absolute and free of symlinks */
  openRoot(path: string): HeldDirectory;
}
