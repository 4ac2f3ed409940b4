import * as z from "zod";
import { nodeIdSchema } from "./requests.ts";

const nameSchema = z.string().max(10_000);
const pageRefSchema = z.strictObject({ id: nodeIdSchema, name: nameSchema });

/** One node of a plan's difference. */
export const changeSchema = z.strictObject({
  node: nodeIdSchema,
  name: nameSchema,
  /** Figma's own: FRAME, TEXT … */
  nodeType: z.string().max(100),
  kind: z.enum(["created", "changed", "removed"]),
  /** By property as REST names it; of created and removed ones only what tells them apart. */
  properties: z
    .record(z.string(), z.strictObject({ before: z.unknown().optional(), after: z.unknown().optional() }))
    .optional(),
});
export type Change = z.output<typeof changeSchema>;

/** What a plan did, or would do. */
export const appliedPlanSchema = z.strictObject({
  /** Ids by the references that operations gave; none of a dry run, whose changes name what they make by its reference, or as `new`. */
  ids: z.record(z.string(), nodeIdSchema),
  changes: z.array(changeSchema).max(5_000),
  /** How many more changes there are than are told. */
  moreChanges: z.int().min(0).optional(),
  /** The topmost nodes that hold all that was touched and still exists: what to look at, lint and draw. */
  roots: z.array(nodeIdSchema).max(100),
  /** Hashes of those, for a later `ifMatch`. */
  hashes: z.record(z.string(), z.string()),
  /** Fonts that were not there, and those taken instead. */
  fallbacks: z
    .array(z.strictObject({ wanted: z.string(), used: z.string() }))
    .max(100)
    .optional(),
  warnings: z.array(z.string().max(1_000)).max(100).optional(),
  /** In milliseconds: what the plugin itself needed. */
  took: z.number().min(0),
});
export type AppliedPlan = z.output<typeof appliedPlanSchema>;

/** Subtrees in REST's shapes, as `exportAsync` with `JSON_REST_V1` gives them. */
export const readNodesSchema = z.strictObject({
  version: z.int().min(0),
  /** REST's DocumentNode, with the pages that hold what was asked for; where nodes were asked for, their pages hold those subtrees alone. */
  document: z.looseObject({ id: nodeIdSchema, type: z.literal("DOCUMENT"), children: z.array(z.looseObject({})) }),
  components: z.record(z.string(), z.looseObject({})),
  componentSets: z.record(z.string(), z.looseObject({})),
  styles: z.record(z.string(), z.looseObject({})),
  /** REST's `meta` of local variables, where they were asked for. */
  variables: z
    .strictObject({
      variables: z.record(z.string(), z.looseObject({})),
      variableCollections: z.record(z.string(), z.looseObject({})),
    })
    .optional(),
  /** By id of what was asked for (nodes, or pages): its hash over the whole subtree, whatever the depth. */
  hashes: z.record(z.string(), z.string()),
  missing: z.array(nodeIdSchema).max(500),
});
export type ReadNodes = z.output<typeof readNodesSchema>;

const placedNodeSchema = z.strictObject({
  id: nodeIdSchema,
  name: nameSchema,
  type: z.string().max(100),
  /** Names of the parents, from the page down. */
  path: z.array(nameSchema).max(200),
  /** On the page, in its own coordinates. */
  box: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  children: z.int().min(0).optional(),
});

/** What is selected. */
export const selectionResultSchema = z.strictObject({
  page: pageRefSchema,
  nodes: z.array(placedNodeSchema).max(500),
  more: z.int().min(0).optional(),
});
export type Selection = z.output<typeof selectionResultSchema>;

/** The open file as the person sees it. */
export const canvasResultSchema = z.strictObject({
  page: pageRefSchema,
  pages: z.array(pageRefSchema).max(1_000),
  view: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), zoom: z.number() }),
  /** What lies directly on the current page, from back to front. */
  nodes: z.array(placedNodeSchema).max(1_000),
  more: z.int().min(0).optional(),
  selection: z.array(nodeIdSchema).max(500),
});
export type Canvas = z.output<typeof canvasResultSchema>;

/** What undoing did. */
export const undonePlanSchema = z.strictObject({
  /** The key under which the plan had been applied. */
  edit: z.string(),
  /** How many later ones were taken back with it. */
  later: z.int().min(1).optional(),
  changes: z.array(changeSchema).max(5_000),
  moreChanges: z.int().min(0).optional(),
  /** How many plans are left that can be undone. */
  left: z.int().min(0),
});
export type UndonePlan = z.output<typeof undonePlanSchema>;

/** A drawn node. */
export const exportedNodeSchema = z.strictObject({
  format: z.enum(["png", "jpg", "svg", "pdf"]),
  base64: z.string(),
});
export type ExportedNode = z.output<typeof exportedNodeSchema>;
