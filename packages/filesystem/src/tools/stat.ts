import type { BigIntStats } from "node:fs";
import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { entryType } from "../paths/entry-type.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { openRegular } from "../reading/open-regular.ts";
import { fields } from "./fields.ts";

const chunkBytes = 1024 * 1024;

/** Facts of one file or folder. */
export const stat = defineTool({
  name: "fs_stat",
  title: "File facts",
  description:
    "Tells the type, size, times, permissions and number of hard links of a file, folder or link without reading it; with " +
    "hash, also the SHA-256 of a file's content. Of a link it tells where it leads only when that lies under a root.",
  effect: "read",
  idempotent: true,
  input: z.object({
    path: fields.path,
    hash: z
      .boolean()
      .default(false)
      .describe("Also hash the content, of a link that of its target; takes time on large files"),
  }),
  output: z.object({
    path: z.string(),
    type: z.enum(["file", "directory", "symlink", "other"]),
    size: z.number().describe("Bytes"),
    modified: z.string(),
    changed: z.string(),
    created: z.string().optional(),
    mode: z.string().describe("Permissions in octal"),
    nlink: z.number(),
    note: z.string().optional(),
    target: z.string().optional().describe("Of a link, when it lies under a root"),
    secret: z.boolean().optional().describe("Its content is not shown"),
    sha256: z.string().optional(),
  }),
  async run({ path, hash }, context: ToolContext<Files>) {
    const { client } = context;
    using found = client.reach(path, false);
    const { root, names, entry } = found;
    const stats = entry?.stats ?? root.directory.self();
    const type = entryType(stats);
    return {
      path: shownPath(root, names),
      type,
      ...factsOf(stats),
      ...(type === "symlink" ? targetOf(client, path) : {}),
      ...(type === "file" && stats.nlink > 1n ? { note: "hard link: the same file has other names" } : {}),
      ...(type === "file" && client.denies(found) ? { secret: true } : {}),
      ...(hash ? { sha256: await hashFile(path, context) } : {}),
    };
  },
});

function factsOf(stats: BigIntStats) {
  const { size, mtime, ctime, birthtime, mode, nlink } = stats;
  return {
    size: Number(size),
    modified: mtime.toISOString(),
    changed: ctime.toISOString(),
    ...(birthtime.getTime() > 0 ? { created: birthtime.toISOString() } : {}),
    mode: (mode & 0o7777n).toString(8).padStart(4, "0"),
    nlink: Number(nlink),
  };
}

/** Nothing is told of what lies outside: not even whether it exists. */
function targetOf(files: Files, path: string): { target?: string; note?: string } {
  try {
    using target = files.reach(path);
    return { target: shownPath(target.root, target.names) };
  } catch {
    return { note: "the link leads nowhere under its root" };
  }
}

async function hashFile(path: string, { client, signal, progress }: ToolContext<Files>): Promise<string> {
  const { createHash } = await import("node:crypto");
  using file = openRegular(client, path);
  const hash = createHash("sha256");
  const total = Number(file.stats.size);
  for (let offset = 0; ; ) {
    signal.throwIfAborted();
    const chunk = await file.read(offset, chunkBytes);
    hash.update(chunk);
    offset += chunk.length;
    progress(offset, total, `Hashing ${showName(path)}`);
    if (chunk.length < chunkBytes) return hash.digest("hex");
  }
}
