import * as z from "zod";

/** Arguments that several prompts share; hosts hand them over as text. */
export const fields = {
  database: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe("One of the databases that are served; without it the first"),
};
