import { type CallContext, defineResource } from "@drawbridge/core";
import type { Figma } from "../client/figma.ts";

/** Nodes by id. */
export const node = defineResource({
  name: "node",
  title: "Node",
  description:
    "A node with what is in it, as JSON in the form of Figma's API; of a large one, as many levels as fit. Subscribe to it to hear when its file changes.",
  uriTemplate: "figma://{file}/nodes/{id}",
  mimeType: "application/json",
  async complete(variable, typed, context: CallContext<Figma>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(variable, typed, context, chosen);
  },
  async read(uri, context: CallContext<Figma>) {
    const { readNodeResource } = await import("./read-node-resource.ts");
    return readNodeResource(uri, context);
  },
  async watch(uri, listener, context: CallContext<Figma>) {
    const { watchFile } = await import("../watching/watch-file.ts");
    return watchFile(uri, listener, context);
  },
});
