import * as z from "zod";
import { ifMatchSchema, keySchema, nodeIdSchema } from "./requests.ts";

/** Why a request was not done. */
export const failureCodeSchema = z.enum([
  /** An operation breaks a rule of Figma's; `rule` and `mend` tell which and how. */
  "invalid",
  /** A node, page, style, variable or component that is not there. */
  "not_found",
  /** A subtree of `ifMatch` is not what it was; `changed` has what it is now. */
  "conflict",
  /** The person said no. */
  "refused",
  /** The person has paused the plugin. */
  "paused",
  /** What is to be changed is locked, or the file can only be viewed. */
  "read_only",
  /** A font is not there, and the plan allows no other. */
  "font_missing",
  /** This plugin does not know the operation or the request. */
  "unknown",
  "cancelled",
  /** The answer would be larger than the bridge carries. */
  "too_large",
  "internal",
]);

export const failureSchema = z.strictObject({
  code: failureCodeSchema,
  /** For the model: what was wrong and what would work. */
  message: z.string().max(4_000),
  /** Which operation of the plan, counted from 0. */
  operation: z.int().min(0).optional(),
  rule: z.string().max(200).optional(),
  mend: z.string().max(1_000).optional(),
  /** Whether everything that the plan had done is undone. */
  rolledBack: z.boolean().optional(),
  /** What subtrees of `ifMatch` are now. */
  changed: z.array(ifMatchSchema).max(100).optional(),
});
export type Failure = z.output<typeof failureSchema>;

/** `value` is one of the shapes in results.ts, by what was asked. */
export const resultSchema = z.strictObject({ type: z.literal("result"), key: keySchema, value: z.unknown() });

export const failedSchema = z.strictObject({ type: z.literal("failed"), key: keySchema, failure: failureSchema });

export const progressSchema = z.strictObject({
  type: z.literal("progress"),
  key: keySchema,
  done: z.int().min(0),
  total: z.int().min(0),
  doing: z.string().max(200).optional(),
});

/** What has changed in the file, whoever did it; sent within 50 ms, many changes as one. */
export const changedSchema = z.strictObject({
  type: z.literal("changed"),
  /** The file's version from now on: counts up while this plugin runs. */
  version: z.int().min(0),
  origin: z.enum(["person", "plan"]),
  nodes: z
    .array(
      z.strictObject({
        id: nodeIdSchema,
        kind: z.enum(["created", "changed", "deleted"]),
        /** The node's parents from its own up to the page; left out where they are not known, as of a deleted node. */
        within: z.array(nodeIdSchema).max(200).optional(),
      }),
    )
    .max(1_000),
  /** There were more nodes than are told: anything may have changed. */
  more: z.boolean().optional(),
});
export type Changed = z.output<typeof changedSchema>;

/** The person went to another page. */
export const pageSchema = z.strictObject({
  type: z.literal("page"),
  page: z.strictObject({ id: nodeIdSchema, name: z.string().max(1_000) }),
});
