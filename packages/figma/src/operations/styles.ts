import * as z from "zod";
import { fields } from "./fields.ts";
import { effectsSchema } from "./props/effect.ts";
import { paintsSchema } from "./props/paint.ts";
import { lettersSchema } from "./props/text.ts";

/** Makes a style, or changes one that there is: of paints, of letters, of effects. */
export const styleSchema = z.strictObject({
  op: z.literal("style"),
  style: fields.named.optional().describe("changes this one; left out, makes one"),
  name: fields.name.optional(),
  ref: fields.ref,
  description: z.string().max(10_000).optional(),
  paints: paintsSchema.optional(),
  text: lettersSchema.optional(),
  effects: effectsSchema.optional(),
});
