import { spawn } from "node:child_process";
import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { plant } from "./plant.ts";
import { swapTime } from "./swap-tries.ts";

const script = fileURLToPath(new URL("./swap-folder.mjs", import.meta.url));

/** A root whose folder `dir` is swapped for a link to a secret place, again and again, by another process. */
export interface Swapped extends AsyncDisposable {
  readonly root: string;
}

/**
 * Lays `dir/file` (says INSIDE) and `dir/sub/` in a root, the same names outside it (say OUTSIDE, and are longer, beside
 * `outside-only`), and begins to swap.
 *
 * @param more names of further files in both
 */
export async function startSwapping(base: string, more: readonly string[] = []): Promise<Swapped> {
  const root = join(base, "root");
  const secret = "OUTSIDE".repeat(100);
  plant(base, {
    "root/dir/file": "INSIDE",
    "root/dir/sub/file": "INSIDE",
    "outside/file": secret,
    "outside/sub/file": secret,
    "outside/outside-only": secret,
  });
  plant(base, Object.fromEntries(more.map((name) => [`root/dir/${name}`, "INSIDE"])));
  plant(base, Object.fromEntries(more.map((name) => [`outside/${name}`, secret])));
  symlinkSync(join(base, "outside"), join(root, "link"));
  const child = spawn(process.execPath, [script, root, `${(2 * swapTime) / 1000}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  await once(child.stdout, "data");
  return {
    root,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
