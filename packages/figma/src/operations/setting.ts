import * as z from "zod";
import { fields } from "./fields.ts";
import { propsSchema } from "./props/props.ts";

/** Sets properties of a node. */
export const setSchema = z.strictObject({ op: z.literal("set"), node: fields.node, props: propsSchema });

const transition = z.strictObject({
  type: z.enum(["DISSOLVE", "SMART_ANIMATE", "MOVE_IN", "MOVE_OUT", "PUSH", "SLIDE_IN", "SLIDE_OUT"]),
  direction: z.enum(["LEFT", "RIGHT", "TOP", "BOTTOM"]).optional(),
  seconds: z.number().min(0).max(60).optional(),
});

/** What happens in a prototype; takes the place of all reactions that the node had. */
export const reactionsSchema = z.strictObject({
  op: z.literal("reactions"),
  node: fields.node,
  reactions: z
    .array(
      z.strictObject({
        trigger: z.enum(["ON_CLICK", "ON_HOVER", "ON_PRESS", "ON_DRAG", "AFTER_TIMEOUT"]),
        seconds: z.number().min(0).max(3_600).optional().describe("AFTER_TIMEOUT"),
        action: z.enum(["NAVIGATE", "OVERLAY", "SWAP", "SCROLL_TO", "CHANGE_TO", "BACK", "CLOSE", "URL"]),
        to: fields.node.optional(),
        url: z.string().max(2_048).optional(),
        transition: transition.optional(),
      }),
    )
    .max(20),
});

/** Notes for developers; take the place of all that the node had. */
export const annotateSchema = z.strictObject({
  op: z.literal("annotate"),
  node: fields.node,
  annotations: z
    .array(
      z.strictObject({
        label: z.string().max(10_000).optional().describe("Markdown"),
        properties: z.array(z.string().max(64)).max(20).optional().describe("width, fills, fontSize …"),
      }),
    )
    .max(20),
});
