import * as z from "zod";
import { fields } from "../fields.ts";
import { effectsSchema } from "./effect.ts";
import { layoutSchema, placementSchema } from "./layout.ts";
import { blendSchema, paintsSchema } from "./paint.ts";
import { textSchema } from "./text.ts";

const { length, named, number } = fields;
const style = named.nullish();

/** Every property of a node that can be set, in families; what is left out stays as it is. */
export const propsSchema = z
  .strictObject({
    name: fields.name.optional(),
    visible: z.boolean().optional(),
    locked: z.boolean().optional(),
    opacity: z.number().min(0).max(1).optional(),
    blend: blendSchema.optional(),
    clip: z.boolean().optional(),
    x: number.optional(),
    y: number.optional(),
    width: length.optional(),
    height: length.optional(),
    rotation: z.number().min(-180).max(180).optional(),
    layout: layoutSchema.optional(),
    placement: placementSchema.optional(),
    fills: paintsSchema.optional(),
    strokes: paintsSchema.optional(),
    strokeWeight: fields.four.optional(),
    strokeAlign: z.enum(["INSIDE", "CENTER", "OUTSIDE"]).optional(),
    dashes: z.array(length).max(16).optional(),
    effects: effectsSchema.optional(),
    corners: fields.four.optional().describe("all, or clockwise from top left"),
    text: textSchema.optional(),
    styles: z
      .strictObject({ fill: style, stroke: style, text: style, effect: style, grid: style })
      .optional()
      .describe("style ids, $refs or names; null detaches"),
    bind: z
      .record(z.string().max(64), named.nullable())
      .optional()
      .describe("variable by field: itemSpacing, paddingLeft, cornerRadius, opacity, visible, characters, fontSize …"),
    modes: z.record(z.string().max(512), named.nullable()).optional().describe("variable mode by collection"),
  })
  .meta({ id: "Props" });
export type Props = z.output<typeof propsSchema>;
