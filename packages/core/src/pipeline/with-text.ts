import type { Part } from "../define/content.ts";

/** The part with another text in the place of its own; as it is where it has none. */
export function withText<Given extends Part>(part: Given, rewrite: (text: string) => string): Given {
  if ("text" in part) return { ...part, text: rewrite(part.text) };
  if ("media" in part) return part;
  const { resource } = part;
  return typeof resource.body === "string"
    ? { ...part, resource: { ...resource, body: rewrite(resource.body) } }
    : part;
}
