import * as z from "zod";
import { nodeId } from "../files/node-id.ts";

/** Arguments that several prompts share; hosts hand them over as text. */
export const fields = {
  file: z.string().min(1).max(2048).describe("A file's key, its address, or a local file named at start"),
  node: z
    .string()
    .refine((text) => nodeId(text) !== undefined, "is no node's id: those are like 12:34")
    .optional()
    .describe("Such as 12:34; without it the node that the address names, or the whole file"),
};
