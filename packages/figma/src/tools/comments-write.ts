import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Says something of a file. */
export const commentsWrite = defineChange({
  name: "figma_comments_write",
  title: "Comment",
  description:
    "Comments on a file (create: pinned to a node, or at x and y on the canvas), replies to a thread (reply), removes one of your own comments (delete), or adds and takes back a reaction (react, unreact). Everybody who sees the file sees it, and its authors are notified. Threads are resolved in Figma alone.",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete" ? "destroy" : "write"),
  },
  input: z.object({
    file: fields.file,
    method: z.enum(["create", "reply", "delete", "react", "unreact"]),
    message: z.string().min(1).max(10_000).optional().describe("create, reply"),
    comment_id: z
      .string()
      .regex(/^\d{1,30}$/, "is no comment's id")
      .optional()
      .describe("reply: of the thread; delete, react, unreact"),
    node: fields.node.optional().describe("create: pin it here"),
    x: z.number().optional().describe("create: on the canvas, or from the node's top left corner"),
    y: z.number().optional(),
    emoji: z
      .string()
      .regex(/^:[\w+:-]{1,60}:$/, "is written as :heart:")
      .optional()
      .describe("react, unreact: as :heart: or :+1:"),
  }),
  async change(input, client, api) {
    const { commentChanges } = await import("../comments/comment-changes.ts");
    return commentChanges[input.method](input, client, api);
  },
});
