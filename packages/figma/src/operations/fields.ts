import * as z from "zod";

/** What operations have in common. Those with an id stand once in the JSON schema, however often they are used. */
const id = z.string().min(1).max(512);

export const fields = {
  node: id.describe("node id, or $ref of an earlier operation"),
  nodes: z.array(id).min(1).max(500),
  /** A variable, collection, style or component: by id, by `$ref`, or by name where that is the only one. */
  named: id,
  ref: z
    .string()
    .regex(/^\$[\w-]{1,63}$/)
    .optional()
    .describe("how later operations name the result: $card"),
  parent: id.optional(),
  index: z.int().min(0).max(100_000).optional().describe("0 is at the back"),
  name: z.string().max(1_000),
  color: z
    .string()
    .regex(/^#(?:[\da-f]{6}|[\da-f]{8})$/i)
    .describe("#rrggbb or #rrggbbaa"),
  number: z.number().min(-1_000_000).max(1_000_000),
  length: z.number().min(0).max(1_000_000),
} as const;
