import * as z from "zod";
import { nodeId } from "../files/node-id.ts";

const node = z.string().transform((text, context) => {
  const id = nodeId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: "custom", message: "is no node's id: those are like 12:34" });
  return z.NEVER;
});

/** Inputs that several tools share. */
export const fields = {
  file: z.string().min(1).max(2048).describe("A file's key, its address, or a local file named at start"),
  node,
  context: z.enum(["team", "project", "file"]),
  contextId: z.string().min(1).max(2048),
  webhook: z.string().regex(/^\d{1,30}$/, "is no webhook's id"),
  nodes: z.array(node).min(1).max(200),
};
