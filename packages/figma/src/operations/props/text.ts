import * as z from "zod";
import { fields } from "../fields.ts";
import { paintsSchema } from "./paint.ts";

const percent = z.string().regex(/^-?\d{1,4}(?:\.\d{1,3})?%$/);

/** How letters are set, of a whole text or of a part of it. */
const letters = {
  family: z.string().max(200).optional(),
  style: z.string().max(100).optional().describe("Regular, Semi Bold …"),
  size: z.number().min(1).max(10_000).optional(),
  lineHeight: z.union([fields.length, percent, z.literal("AUTO")]).optional(),
  letterSpacing: z.union([fields.number, percent]).optional(),
  case: z.enum(["ORIGINAL", "UPPER", "LOWER", "TITLE"]).optional(),
  decoration: z.enum(["NONE", "UNDERLINE", "STRIKETHROUGH"]).optional(),
  fills: paintsSchema.optional(),
  link: z.string().max(2_048).nullish().describe("a URL"),
};

export const lettersSchema = z.strictObject(letters);
export type LettersFields = z.output<typeof lettersSchema>;

const range = z.strictObject({ start: z.int().min(0), end: z.int().min(1), ...letters }).meta({ id: "TextRange" });
export type RangeFields = z.output<typeof range>;

/** The letters of a text, and how they are set. */
export const textSchema = z.strictObject({
  characters: z.string().max(100_000).optional(),
  ...letters,
  align: z.enum(["LEFT", "CENTER", "RIGHT", "JUSTIFIED"]).optional(),
  verticalAlign: z.enum(["TOP", "CENTER", "BOTTOM"]).optional(),
  autoResize: z.enum(["NONE", "WIDTH_AND_HEIGHT", "HEIGHT"]).optional(),
  maxLines: z.int().min(1).max(1_000).nullish(),
  ranges: z.array(range).max(200).optional(),
});
export type TextFields = z.output<typeof textSchema>;
