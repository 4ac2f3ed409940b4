import * as z from "zod";
import { fields } from "../fields.ts";
import { paintsSchema } from "./paint.ts";

const percent = /^-?\d{1,4}(?:\.\d{1,3})?%$/;
const orPercent = z.string().refine((text) => percent.test(text), "a percentage, as 150%");
const heights = z.string().refine((text) => text === "AUTO" || percent.test(text), "AUTO, or a percentage, as 150%");

/** How letters are set, of a whole text or of a part of it. */
const letters = {
  family: z.string().max(200).optional(),
  style: z.string().max(100).optional().describe("Regular, Semi Bold …"),
  size: z.number().min(1).max(10_000).optional(),
  lineHeight: z.union([fields.length, heights]).optional().describe("AUTO, px, or 150%"),
  letterSpacing: z.union([fields.number, orPercent]).optional().describe("px, or 2%"),
  case: z.enum(["ORIGINAL", "UPPER", "LOWER", "TITLE"]).optional(),
  decoration: z.enum(["NONE", "UNDERLINE", "STRIKETHROUGH"]).optional(),
  fills: paintsSchema.optional(),
  link: z.string().max(2_048).nullish().describe("a URL"),
};

export const lettersSchema = z.strictObject(letters).meta({ id: "Letters" });
export type LettersFields = z.output<typeof lettersSchema>;

const range = z.strictObject({ start: z.int().min(0), end: z.int().min(1), set: lettersSchema });
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
