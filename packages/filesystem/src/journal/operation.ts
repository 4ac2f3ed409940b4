import * as z from "zod";

/** Where something stands: a root by its real path, and the names from there, without links. */
const where = z.strictObject({ root: z.string(), names: z.array(z.string()).min(1) });

/** A file's permissions, owner and times; times in nanoseconds since 1970, written as decimals. */
const attributes = z.strictObject({ mode: z.int(), uid: z.int(), gid: z.int(), atime: z.string(), mtime: z.string() });

/** The journal's own copy of a file that stood there. */
const kept = z.strictObject({ name: z.string(), attributes });

/** Something was put where nothing was: from a temporary name beside it, or, a folder alone, at once. */
const made = z.strictObject({
  kind: z.literal("made"),
  at: where,
  type: z.enum(["file", "directory", "symlink", "tree"]),
  temporary: z.string().optional(),
  /** SHA-256 of a file's content. */
  digest: z.string().optional(),
  /** Of a tree: that of its folder, which it keeps when it gets its name. */
  identity: z.string().optional(),
});

/** A file's content was replaced as a whole; the file that stood there is kept in the journal. */
const replaced = z.strictObject({
  kind: z.literal("replaced"),
  at: where,
  temporary: z.string(),
  kept,
  digest: z.string(),
});

/** Something got another name; a file that stood there is kept in the journal. */
const moved = z.strictObject({
  kind: z.literal("moved"),
  from: where,
  at: where,
  identity: z.string(),
  kept: kept.optional(),
});

/** Something was taken away, and is kept in the journal; where that is on another disk, it was first set aside under a temporary name. */
const removed = z.strictObject({
  kind: z.literal("removed"),
  at: where,
  type: z.enum(["file", "directory", "symlink", "other"]),
  identity: z.string(),
  kept: z.string(),
  /** Permissions of what is kept, which only this user may read meanwhile. */
  mode: z.int(),
  aside: z.string().optional(),
});

/** One step of a transaction, as the journal writes it down before it is taken. */
export const operation = z.discriminatedUnion("kind", [made, replaced, moved, removed]);

export type Operation = z.output<typeof operation>;
export type Where = z.output<typeof where>;
export type Attributes = z.output<typeof attributes>;
export type Kept = z.output<typeof kept>;
