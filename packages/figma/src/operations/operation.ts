import * as z from "zod";
import { booleanSchema, flattenSchema, groupSchema, moveSchema, removeSchema, reorderSchema } from "./arranging.ts";
import { componentPropertySchema, propertiesSchema, swapSchema, variantsSchema } from "./components.ts";
import { cloneSchema, createSchema, mermaidSchema } from "./creating.ts";
import { annotateSchema, reactionsSchema, setSchema } from "./setting.ts";
import { styleSchema } from "./styles.ts";
import { collectionSchema, variableSchema } from "./variables.ts";

/** One operation of a plan. */
export const operationSchema = z.discriminatedUnion("op", [
  createSchema,
  setSchema,
  cloneSchema,
  moveSchema,
  reorderSchema,
  groupSchema,
  booleanSchema,
  flattenSchema,
  removeSchema,
  collectionSchema,
  variableSchema,
  styleSchema,
  componentPropertySchema,
  propertiesSchema,
  swapSchema,
  variantsSchema,
  reactionsSchema,
  annotateSchema,
  mermaidSchema,
]);
export type Operation = z.output<typeof operationSchema>;
export type OperationKind = Operation["op"];
export type OperationOf<Kind extends OperationKind> = Extract<Operation, { op: Kind }>;

/** The kinds that this code knows: a plugin says so when it connects, since it may be older or newer than the connector. */
export const operationKinds: readonly OperationKind[] = operationSchema.options.map((option) => option.shape.op.value);
