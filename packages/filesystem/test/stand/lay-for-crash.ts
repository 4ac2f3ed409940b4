import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { craftZip } from "./craft-zip.ts";
import { plant } from "./plant.ts";

const lf = "one\ntwo\nthree\n";

/** A root, a journal, and how a server is started over them. */
export interface CrashStand {
  readonly base: string;
  readonly root: string;
  readonly journal: string;
  readonly argv: readonly string[];
}

/** Lays files of several kinds anew. */
export function layForCrash(base: string, journal = join(base, "journal"), others: readonly string[] = []): CrashStand {
  for (const folder of [base, journal, ...others]) rmSync(folder, { recursive: true, force: true });
  const root = join(base, "root");
  plant(root, {
    "lf.txt": lf,
    "crlf.txt": lf.replaceAll("\n", "\r\n"),
    "private.txt": lf,
    "folder/inner/file.txt": lf,
    "folder/closed.txt": "closed",
    "archive.zip": craftZip([
      { name: "a/b", content: "b" },
      { name: "c", content: "c" },
    ]),
  });
  for (const other of others) plant(other, { "there.txt": "there" });
  chmodSync(join(root, "private.txt"), 0o640);
  chmodSync(join(root, "folder/closed.txt"), 0o400);
  chmodSync(join(root, "folder/inner"), 0o750);
  // Archives tell times too.
  for (const path of ["lf.txt", "folder/inner/file.txt", "folder/inner", "folder/closed.txt"])
    utimesSync(join(root, path), 1_000_000_000, 1_000_000_000);
  symlinkSync("inner/file.txt", join(root, "folder/link"));
  utimesSync(join(root, "folder"), 1_000_000_000, 1_000_000_000);
  mkdirSync(journal, { recursive: true, mode: 0o700 });
  const roots = [root, ...others].map((path) => `${path}:full`);
  return { base, root, journal, argv: [...roots, "--confirm", "never", "--journal", journal] };
}
