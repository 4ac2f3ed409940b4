import type { CallContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { Figma } from "../client/figma.ts";
import { nodeId } from "../files/node-id.ts";
import { outlineOf } from "../outlining/outline-of.ts";

interface Named {
  readonly file: string;
  readonly node?: string | undefined;
}

/** What a prompt is about: how it is called in tools' inputs, and an outline of it to begin with. */
export async function namedDesign({ file, node }: Named, context: CallContext<Figma>) {
  const id = node === undefined ? undefined : nodeId(node);
  const nodes = id === undefined ? {} : { nodes: [id] };
  const design = await context.client.document(file, { ...callOf(context), ...nodes });
  const named = id === undefined ? `file: ${JSON.stringify(file)}` : `file: ${JSON.stringify(file)}, nodes: ["${id}"]`;
  const content = {
    facts: { file: design.key, name: design.name, version: design.version },
    parts: [{ text: outlineOf(design) }],
  };
  return { named, name: design.name, content };
}
