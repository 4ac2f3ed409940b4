import * as z from "zod";
import { fields } from "../fields.ts";

const { length } = fields;

/** How a frame arranges its children. */
export const layoutSchema = z.strictObject({
  mode: z.enum(["NONE", "HORIZONTAL", "VERTICAL", "GRID"]).optional(),
  gap: fields.number.optional(),
  crossGap: length.optional().describe("between rows of WRAP or GRID"),
  padding: fields.four.optional().describe("all, or top right bottom left"),
  align: z.enum(["MIN", "CENTER", "MAX", "SPACE_BETWEEN"]).optional(),
  crossAlign: z.enum(["MIN", "CENTER", "MAX", "BASELINE"]).optional(),
  wrap: z.boolean().optional(),
  rows: z.int().min(1).max(100).optional(),
  columns: z.int().min(1).max(100).optional(),
  grids: z
    .array(
      z.strictObject({
        pattern: z.enum(["COLUMNS", "ROWS", "GRID"]),
        count: z.int().min(1).max(100).optional(),
        gutter: length.optional(),
        offset: length.optional(),
        size: length.optional(),
      }),
    )
    .max(10)
    .optional()
    .describe("layout guides"),
});
export type LayoutFields = z.output<typeof layoutSchema>;

const sizing = z.enum(["FIXED", "HUG", "FILL"]);
const constraint = z.enum(["MIN", "CENTER", "MAX", "STRETCH", "SCALE"]);

/** How a node stands in its parent. */
export const placementSchema = z.strictObject({
  horizontal: sizing.optional(),
  vertical: sizing.optional(),
  minWidth: fields.bound,
  maxWidth: fields.bound,
  minHeight: fields.bound,
  maxHeight: fields.bound,
  absolute: z.boolean().optional().describe("out of the auto layout"),
  constraints: z.strictObject({ horizontal: constraint.optional(), vertical: constraint.optional() }).optional(),
  cell: z
    .tuple([z.int().min(0).max(99), z.int().min(0).max(99)])
    .optional()
    .describe("row, column in a GRID"),
});
export type PlacementFields = z.output<typeof placementSchema>;
