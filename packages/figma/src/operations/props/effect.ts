import * as z from "zod";
import { fields } from "../fields.ts";

/** A shadow or blur. */
export const effectSchema = z.strictObject({
  type: z.enum(["DROP_SHADOW", "INNER_SHADOW", "LAYER_BLUR", "BACKGROUND_BLUR"]),
  color: fields.color.optional(),
  x: fields.number.optional(),
  y: fields.number.optional(),
  radius: fields.length.optional(),
  spread: fields.number.optional(),
});
export type EffectFields = z.output<typeof effectSchema>;

export const effectsSchema = z.array(effectSchema).max(32).meta({ id: "Effects" });
