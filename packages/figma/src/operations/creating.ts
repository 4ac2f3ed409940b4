import * as z from "zod";
import { fields } from "./fields.ts";
import { propsSchema } from "./props/props.ts";

/** What `create` makes. */
export const creatable = [
  "FRAME",
  "RECTANGLE",
  "ELLIPSE",
  "LINE",
  "VECTOR",
  "TEXT",
  "COMPONENT",
  "INSTANCE",
  "SECTION",
  "STICKY",
  "SHAPE",
  "CONNECTOR",
  "TABLE",
] as const;

/** Makes a node. */
export const createSchema = z.strictObject({
  op: z.literal("create"),
  type: z.enum(creatable),
  ref: fields.ref,
  parent: fields.parent,
  index: fields.index,
  props: propsSchema.optional(),
  component: fields.named.optional().describe("INSTANCE: id, $ref, or key of a library"),
  properties: z
    .record(z.string().max(256), z.union([z.string().max(10_000), z.boolean()]))
    .optional()
    .describe("INSTANCE"),
  path: z.string().max(100_000).optional().describe("VECTOR: SVG path of M L Q C Z"),
  evenOdd: z.boolean().optional(),
  shape: z
    .enum([
      "SQUARE",
      "ROUNDED_RECTANGLE",
      "ELLIPSE",
      "DIAMOND",
      "TRIANGLE_UP",
      "PARALLELOGRAM_RIGHT",
      "ENG_DATABASE",
      "HEXAGON",
      "TRAPEZOID",
    ])
    .optional()
    .describe("SHAPE"),
  from: fields.node.optional().describe("CONNECTOR"),
  to: fields.node.optional(),
  line: z.enum(["ELBOWED", "STRAIGHT", "CURVED"]).optional(),
  cells: z
    .array(z.array(z.string().max(10_000)).min(1).max(50))
    .min(1)
    .max(100)
    .optional()
    .describe("TABLE, by row"),
});
export type Create = z.output<typeof createSchema>;

/** A flowchart, drawn as shapes and connectors in sections. */
export const mermaidSchema = z.strictObject({
  op: z.literal("mermaid"),
  source: z.string().min(1).max(50_000).describe("a Mermaid flowchart; FigJam only"),
  ref: fields.ref.describe("of its section; nodes are $ref-id"),
  x: fields.number.optional(),
  y: fields.number.optional(),
});
export type Mermaid = z.output<typeof mermaidSchema>;

/** Copies a node with all below it. */
export const cloneSchema = z.strictObject({
  op: z.literal("clone"),
  node: fields.node,
  ref: fields.ref,
  parent: fields.parent,
  index: fields.index,
  props: propsSchema.optional(),
});
