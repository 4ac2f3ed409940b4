import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Attaches links to layers. */
export const devResourcesWrite = defineChange({
  name: "figma_dev_resources_write",
  title: "Change dev resources",
  description:
    "Attaches a link to a node for developers (create: file, node, name, url), changes one (update) or removes it (delete). A node takes ten, each with another url.",
  effect: {
    lowest: "write",
    highest: "destroy",
    of: ({ method }) => (method === "delete" ? "destroy" : "write"),
  },
  input: z.object({
    file: fields.file,
    method: z.enum(["create", "update", "delete"]),
    node: fields.node.optional().describe("create"),
    name: z.string().min(1).max(500).optional().describe("create, update"),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional()
      .describe("create, update"),
    id: z
      .string()
      .regex(/^[\w:-]{1,100}$/, "is no dev resource's id")
      .optional()
      .describe("update, delete"),
  }),
  async change(input, client, api) {
    const { devResourceChanges } = await import("../devresources/dev-resource-changes.ts");
    return devResourceChanges[input.method](input, client, api);
  },
});
