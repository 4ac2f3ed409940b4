import * as z from "zod";
import { fields } from "./fields.ts";

/** Moves a node into another parent, or among its siblings, or on the canvas. */
export const moveSchema = z.strictObject({
  op: z.literal("move"),
  node: fields.node,
  parent: fields.parent,
  index: fields.index,
  to: z.enum(["FRONT", "BACK"]).optional(),
  x: fields.number.optional(),
  y: fields.number.optional(),
});

/** Puts the children of a node into this order, from back to front. */
export const reorderSchema = z.strictObject({ op: z.literal("reorder"), node: fields.node, children: fields.nodes });

/** Makes a group of nodes. */
export const groupSchema = z.strictObject({
  op: z.literal("group"),
  nodes: fields.nodes,
  ref: fields.ref,
  name: fields.name.optional(),
});

/** Joins shapes into one that can be taken apart again. */
export const booleanSchema = z.strictObject({
  op: z.literal("boolean"),
  operation: z.enum(["UNION", "SUBTRACT", "INTERSECT", "EXCLUDE"]),
  nodes: fields.nodes,
  ref: fields.ref,
  name: fields.name.optional(),
});

/** Makes one vector of nodes, which are gone then. */
export const flattenSchema = z.strictObject({
  op: z.literal("flatten"),
  nodes: fields.nodes,
  ref: fields.ref,
  name: fields.name.optional(),
});

/** Removes nodes with all below them, or variables, collections and styles. */
export const removeSchema = z.strictObject({ op: z.literal("remove"), nodes: fields.nodes });
