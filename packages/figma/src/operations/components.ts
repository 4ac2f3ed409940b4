import * as z from "zod";
import { fields } from "./fields.ts";

const value = z.union([z.string().max(10_000), z.boolean()]);

/** Adds, changes or deletes a property of a component, and ties layers to it. */
export const componentPropertySchema = z.strictObject({
  op: z.literal("component_property"),
  component: fields.node,
  name: fields.name,
  type: z.enum(["BOOLEAN", "TEXT", "INSTANCE_SWAP"]).optional().describe("adds it"),
  default: value.optional(),
  rename: fields.name.optional(),
  delete: z.literal(true).optional(),
  layers: fields.nodes.optional().describe("layers inside that show it"),
});

/** Sets properties of an instance, its variant among them. */
export const propertiesSchema = z.strictObject({
  op: z.literal("properties"),
  node: fields.node,
  properties: z.record(z.string().max(256), value),
});

/** Has an instance show another component. */
export const swapSchema = z.strictObject({ op: z.literal("swap"), node: fields.node, component: fields.named });

/** Makes one component set of components, whose names are `Property=Value, …`. */
export const variantsSchema = z.strictObject({
  op: z.literal("variants"),
  nodes: fields.nodes,
  name: fields.name.optional(),
  ref: fields.ref,
});
