import * as z from "zod";

/** One name, and never a way: a record that somebody tampered with leads nowhere else. */
const name = z.string().regex(/^(?!\.{1,2}$)[^/\0]+$/);

/** Names that only a transaction gives: beside what it changes, and in the journal. */
const temporary = z.string().regex(/^\.drawbridge-\d{17}-[0-9a-f]{8}-\d+\.tmp$/);
const keptName = z.string().regex(/^\d{17}-[0-9a-f]{8}\.\d+$/);

/** Where something stands: a root by its real path, and the names from there, without links. */
const where = z.strictObject({ root: z.string(), names: z.array(name).min(1) });

const mode = z.int().min(0).max(0o7777);

/** A file's permissions, owner and times; times in nanoseconds since 1970, written as decimals. */
const nanoseconds = z.string().regex(/^-?\d{1,20}$/);
const attributes = z.strictObject({ mode, uid: z.int(), gid: z.int(), atime: nanoseconds, mtime: nanoseconds });

/** The journal's own copy of a file that stood there. */
const kept = z.strictObject({ name: keptName, attributes });

/** Something was put where nothing was: from a temporary name beside it, or, a folder alone, at once. */
const made = z.strictObject({
  kind: z.literal("made"),
  at: where,
  type: z.enum(["file", "directory", "symlink", "tree"]),
  temporary: temporary.optional(),
  /** What tells its content, as `digestAt` does; known once it is whole. */
  digest: z.string().optional(),
  /** Of folders and links in records of old, which have no digest. */
  identity: z.string().optional(),
});

/** A file's content was replaced as a whole; the file that stood there is kept in the journal. */
const replaced = z.strictObject({
  kind: z.literal("replaced"),
  at: where,
  temporary,
  kept,
  /** Of the file that stood there, which the new content alone does not tell: it may be the same. */
  identity: z.string(),
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
  kept: keptName,
  /** Permissions of what is kept, which only this user may read meanwhile. */
  mode,
  aside: temporary.optional(),
});

/** One step of a transaction, as the journal writes it down before it is taken. */
export const operation = z.discriminatedUnion("kind", [made, replaced, moved, removed]);

export type Operation = z.output<typeof operation>;
export type Where = z.output<typeof where>;
export type Attributes = z.output<typeof attributes>;
export type Kept = z.output<typeof kept>;
