import * as z from "zod";
import { fields } from "../fields.ts";

const blend = z.enum([
  "PASS_THROUGH",
  "NORMAL",
  "DARKEN",
  "MULTIPLY",
  "COLOR_BURN",
  "LIGHTEN",
  "SCREEN",
  "COLOR_DODGE",
  "OVERLAY",
  "SOFT_LIGHT",
  "HARD_LIGHT",
  "DIFFERENCE",
  "EXCLUSION",
  "HUE",
  "SATURATION",
  "COLOR",
  "LUMINOSITY",
]);

/** How a layer or paint mixes with what is below it. */
export const blendSchema = blend;

const stop = z.strictObject({ at: z.number().min(0).max(1), color: fields.color });

const paint = z.strictObject({
  color: fields.color.optional(),
  variable: fields.named.optional().describe("a COLOR variable, instead of color"),
  gradient: z.enum(["LINEAR", "RADIAL", "ANGULAR", "DIAMOND"]).optional(),
  stops: z.array(stop).min(2).max(32).optional(),
  angle: z.number().min(-360).max(360).optional().describe("of a gradient: 0 runs left to right, 90 downwards"),
  image: z.string().max(128).optional().describe("hash of an image in the file"),
  scale: z.enum(["FILL", "FIT", "CROP", "TILE"]).optional(),
  opacity: z.number().min(0).max(1).optional(),
  visible: z.boolean().optional(),
});

/** A fill or stroke: a color, or one of a variable, a gradient, an image. */
export const paintSchema = z.union([fields.color, paint]).meta({ id: "Paint" });
export type PaintInput = z.output<typeof paintSchema>;

export const paintsSchema = z.array(paintSchema).max(32).meta({ id: "Paints" });
