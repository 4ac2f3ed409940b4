import * as z from "zod";
import { fields } from "./fields.ts";

const value = z.union([z.number(), z.string().max(10_000), z.boolean()]);
const values = z
  .record(z.string().max(512), value)
  .describe("by mode name or id; colors as #rrggbbaa, aliases as {other/variable}");

/** Makes a collection of variables. */
export const collectionSchema = z.strictObject({
  op: z.literal("collection"),
  name: fields.name,
  ref: fields.ref,
  modes: z.array(fields.name).min(1).max(40).optional(),
});

/** Makes a variable, or sets values of one that there is. */
export const variableSchema = z.strictObject({
  op: z.literal("variable"),
  collection: fields.named.optional().describe("with name and type: makes one"),
  name: fields.name.optional(),
  type: z.enum(["COLOR", "FLOAT", "STRING", "BOOLEAN"]).optional(),
  variable: fields.named.optional().describe("changes this one"),
  ref: fields.ref,
  values: values.optional(),
  scopes: z.array(z.string().max(32)).max(20).optional(),
  description: z.string().max(10_000).optional(),
});
