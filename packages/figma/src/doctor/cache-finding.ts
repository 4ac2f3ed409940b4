import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "@drawbridge/core";
import type * as z from "zod";
import { cachePlace } from "../keeping/cache-place.ts";
import type { options } from "../options.ts";

/** Whether documents are kept from one start to the next. */
export async function cacheFinding({ cache, cacheDir }: z.output<typeof options>): Promise<Finding> {
  if (cache !== "disk")
    return {
      level: "warning",
      title: `Nothing is kept on disk (--cache ${cache})`,
      detail: "Each start asks Figma anew for every document, and does not know which limits are reached",
    };
  const place = cachePlace(cacheDir);
  if (place === undefined)
    return {
      level: "warning",
      title: "This user has no home to keep documents in",
      remedy: "Name a folder with --cache-dir",
    };
  const probe = join(place, `.probe-${randomUUID()}`);
  try {
    await mkdir(place, { recursive: true, mode: 0o700 });
    await writeFile(probe, "");
    return {
      level: "ok",
      title: `Documents are kept in ${place}`,
      detail: `${Math.ceil((await bytesIn(join(place, "answers"))) / 1024)} KiB so far`,
    };
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return {
      level: "warning",
      title: `${place} cannot be written to (${code})`,
      remedy: "Name another folder with --cache-dir",
    };
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
