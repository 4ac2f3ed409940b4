import type { Plan } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { openRegular } from "../../reading/open-regular.ts";
import { Archive } from "../../zipping/archive.ts";
import { planAt } from "./plan-at.ts";

/** What unpacking would make, for the person who is asked. Throws what unpacking throws for an archive of ill will. */
export async function planUnzip(
  files: Files,
  { path, to }: { readonly path: string; readonly to: string },
  signal: AbortSignal,
): Promise<Plan> {
  using file = openRegular(files, path);
  const { tree, bytes } = await Archive.open(file, files.maxFileBytes, signal);
  const places = [
    { written: path, effect: "read", followLast: true },
    { written: to, effect: "write", followLast: true, isRootMeant: true },
  ] as const;
  return planAt(
    files,
    places,
    ([archive, folder]) => `Unpack ${archive} into ${folder} (files and folders: ${tree.entries}, bytes: ${bytes})`,
  );
}
