import type { CallContext, ResourceBody } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { Figma } from "../client/figma.ts";
import { resourceAddress } from "./resource-address.ts";

/** Of all pages together. */
const mostFrames = 1000;

/** A file's pages and what stands on them. */
export async function readFileResource(uri: string, context: CallContext<Figma>): Promise<ResourceBody> {
  const { file } = resourceAddress(uri);
  const design = await context.client.document(file, { ...callOf(context), whole: true });
  let left = mostFrames;
  const pages = design.document.children.map(({ id, name, children }) => {
    const shown = children.slice(0, left).map((child) => ({ id: child.id, name: child.name, type: child.type }));
    left -= shown.length;
    return {
      id,
      name,
      children: shown,
      ...(shown.length < children.length ? { left_out: children.length - shown.length } : {}),
    };
  });
  const { key, name, version, lastModified, components, componentSets, styles } = design;
  const body = {
    ...{ key, name, version, last_modified: lastModified, pages },
    components: Object.keys(components).length,
    component_sets: Object.keys(componentSets).length,
    styles: Object.keys(styles).length,
  };
  return { mimeType: "application/json", body: JSON.stringify(body, undefined, 1) };
}
