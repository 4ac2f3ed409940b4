import type { Plan } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { assertTree } from "../assertions/assert-tree.ts";
import type { Place } from "../places/place.ts";
import { stands } from "../places/stands.ts";
import { planAt } from "./plan-at.ts";

/** What packing would take in, for the person who is asked: each path with the number and size of all that is in it. */
export async function planZip(
  files: Files,
  { paths, to }: { readonly paths: readonly string[]; readonly to: string },
  signal: AbortSignal,
): Promise<Plan> {
  const wanted = [
    { written: to, effect: "write", followLast: false } as const,
    ...paths.map((written) => ({ written, effect: "read", followLast: false }) as const),
  ];
  return planAt(files, wanted, async ([archive, ...sources], [, ...places]) => {
    const counts: string[] = [];
    for (const place of places) counts.push(await counted(place, signal));
    return `Pack into ${archive}:\n\n${sources.map((source, index) => `${source} (${counts[index]})`).join("\n")}`;
  });
}

async function counted(place: Place, signal: AbortSignal): Promise<string> {
  if (!stands(place)) return "does not exist";
  const { entries, bytes } = await assertTree(place, signal, () => {});
  return place.entry.stats.isDirectory() ? `files and folders: ${entries}, bytes: ${bytes}` : `bytes: ${bytes}`;
}
