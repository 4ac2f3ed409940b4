import * as z from "zod";

/** As far from the origin, and as large, as Figma lets anything be, and more than any design needs. */
const furthest = 1_000_000;
const within = (value: number) => Math.abs(value) <= furthest;

const id = z.string().min(1).max(512);
const node = id.meta({ id: "Node", description: "node id, or $ref of an earlier operation" });
const length = z.number().min(0).refine(within, `at most ${furthest}`).meta({ id: "Length" });

/**
 * What operations have in common. Those with an id stand once in the JSON schema that the model reads, however often they are used; what is as short
 * as a reference to it has none.
 */
export const fields = {
  node,
  nodes: z.array(node).min(1).max(500).meta({ id: "Nodes" }),
  /** A variable, collection, style or component: by id, by `$ref`, or by name where that is the only one. */
  named: id,
  ref: z
    .string()
    .regex(/^\$[\w-]{1,63}$/)
    .meta({ id: "Ref", description: "how later operations name the result: $card" })
    .optional(),
  parent: node.optional(),
  index: z.int().min(0).max(100_000).meta({ id: "Index", description: "0 is at the back" }).optional(),
  name: z.string().max(1_000),
  color: z
    .string()
    .regex(/^#(?:[\da-f]{6}|[\da-f]{8})$/i)
    .meta({ id: "Color", description: "#rrggbb or #rrggbbaa" }),
  number: z.number().refine(within, `between -${furthest} and ${furthest}`),
  length,
  /** A length, or none at all. */
  bound: length.nullable().meta({ id: "Bound" }).optional(),
  /** One length for all four, or one for each. */
  four: z.union([length, z.array(length).length(4)]).meta({ id: "Four" }),
} as const;
