import { type CallContext, defineResource } from "@drawbridge/core";
import type { Figma } from "../client/figma.ts";

/** Files by key or name. */
export const file = defineResource({
  name: "file",
  title: "Design file",
  description:
    "A file's pages and what stands on them, by id and name, as JSON; its version, and how many components and styles it has. Subscribe to it to hear when it changes.",
  uriTemplate: "figma://{file}",
  mimeType: "application/json",
  async list({ client }: CallContext<Figma>) {
    const { addressOfFile } = await import("./resource-address.ts");
    return client.local.names.map((name) => ({ uri: addressOfFile(name), name, mimeType: "application/json" }));
  },
  async complete(variable, typed, context: CallContext<Figma>, chosen) {
    const { complete } = await import("../completing/complete.ts");
    return complete(variable, typed, context, chosen);
  },
  async read(uri, context: CallContext<Figma>) {
    const { readFileResource } = await import("./read-file-resource.ts");
    return readFileResource(uri, context);
  },
  async watch(uri, listener, context: CallContext<Figma>) {
    const { watchFile } = await import("../watching/watch-file.ts");
    return watchFile(uri, listener, context);
  },
});
