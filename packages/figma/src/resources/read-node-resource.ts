import { type CallContext, ConnectorError, type ResourceBody } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { Figma } from "../client/figma.ts";
import { countNodes } from "../documents/count-nodes.ts";
import { cutToFit } from "../documents/cut-to-fit.ts";
import { findNodes } from "../documents/find-nodes.ts";
import { resourceAddress } from "./resource-address.ts";

const mostBytes = 256 << 10;

/** A node with what is in it. */
export async function readNodeResource(uri: string, context: CallContext<Figma>): Promise<ResourceBody> {
  const { file, node = "" } = resourceAddress(uri);
  const { document } = await context.client.document(file, { ...callOf(context), nodes: [node] });
  const found = findNodes(document, [node]).get(node);
  if (found === undefined) throw new ConnectorError("not_found", `There is no node ${node}.`);
  const cut = cutToFit(found, mostBytes);
  const nodes = countNodes(found);
  const facts = cut.depth === undefined ? { nodes } : { nodes, levels: cut.depth };
  return { mimeType: "application/json", body: cut.json, facts };
}
