import * as z from "zod";

/** Tells a request apart from all others. The same key again is the same request: it is answered again, and never done twice. */
export const keySchema = z.string().min(8).max(64);

/** A node's id as Figma writes it: `12:34`, `I1:2;3:4` inside an instance. */
export const nodeIdSchema = z.string().min(1).max(512);

/** As many operations as a plan may have. */
export const longestPlan = 2_000;

/** What a subtree must still be for a plan to be applied: the hash that a reading of it was given. */
export const ifMatchSchema = z.strictObject({ node: nodeIdSchema, hash: z.string().min(1).max(128) });

/** Operations are checked by their own union at both ends; the bridge only bounds them. */
export const planMessageSchema = z.strictObject({
  operations: z.array(z.record(z.string(), z.unknown())).min(1).max(longestPlan),
  /** The page that new layers go to where an operation names no parent; the current one where it is left out. */
  page: nodeIdSchema.optional(),
  /** Answers with what would change, and leaves the file as it is. */
  dryRun: z.boolean(),
  ifMatch: z.array(ifMatchSchema).max(100).optional(),
  /** Whether a font that is not there may give way to another, which the result then tells. */
  allowFontFallback: z.boolean().optional(),
});
export type PlanMessage = z.output<typeof planMessageSchema>;

/** Applies a plan as one: all of it, as one step for undo, or nothing. Answered by `AppliedPlan`. */
const applySchema = z.strictObject({ type: z.literal("apply"), key: keySchema, plan: planMessageSchema });

/** Reads subtrees, a page, or the current page, in REST's shapes. Answered by `ReadNodes`. */
const readSchema = z.strictObject({
  type: z.literal("read"),
  key: keySchema,
  nodes: z.array(nodeIdSchema).min(1).max(500).optional(),
  /** A page's id; `*` for all pages. */
  page: nodeIdSchema.optional(),
  /** How many levels below what was asked for; all of them where it is left out. */
  depth: z.int().min(0).max(1_000).optional(),
  variables: z.boolean().optional(),
});

/** What the person has selected. Answered by `Selection`. */
const selectionSchema = z.strictObject({ type: z.literal("selection"), key: keySchema });

/** Pages, the part of the current one that is in view, and what lies on it. Answered by `Canvas`. */
const canvasSchema = z.strictObject({ type: z.literal("canvas"), key: keySchema });

/** Takes back a plan that this plugin applied: the last one, or the one that was applied under `edit`. Answered by `UndonePlan`. */
const undoSchema = z.strictObject({
  type: z.literal("undo"),
  key: keySchema,
  edit: keySchema.optional(),
  /** All plans that came after it too, as one step. */
  andLater: z.boolean().optional(),
});

/** Selects nodes and brings them into view. Answered by `Selection`. */
const focusSchema = z.strictObject({
  type: z.literal("focus"),
  key: keySchema,
  nodes: z.array(nodeIdSchema).min(1).max(500),
});

/** Draws one node. Answered by `ExportedNode`. */
const exportSchema = z.strictObject({
  type: z.literal("export"),
  key: keySchema,
  node: nodeIdSchema,
  format: z.enum(["png", "jpg", "svg", "pdf"]),
  scale: z.number().min(0.01).max(4),
  /** In pixels: the longer side is made no longer than this. */
  longest: z.int().min(1).max(4_096).optional(),
});

/** Stops the request under that key: a plan that is being applied is rolled back, and answered by `failed` with `cancelled`. */
const cancelSchema = z.strictObject({ type: z.literal("cancel"), key: keySchema });

export const requestSchema = z.discriminatedUnion("type", [
  applySchema,
  readSchema,
  selectionSchema,
  canvasSchema,
  undoSchema,
  focusSchema,
  exportSchema,
  cancelSchema,
]);
/** What the connector asks of a paired plugin. All but `cancel` are answered by exactly one `result` or `failed`. */
export type Request = z.output<typeof requestSchema>;
