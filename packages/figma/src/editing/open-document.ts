import type { Component, ComponentSet, DocumentNode, GetLocalVariablesResponse, Style } from "@figma/rest-api-spec";
import type { Channel } from "../bridge/channel.ts";
import type { ReadNodes } from "../bridge/results.ts";
import { unknownNodes } from "../client/unknown-nodes.ts";
import { assertBounded } from "../documents/assert-bounded.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { findNodes } from "../documents/find-nodes.ts";
import { withNodes } from "../documents/with-nodes.ts";
import type { KnownSubtrees } from "./known-subtrees.ts";

interface OpenDocumentRequest {
  readonly nodes?: readonly string[] | undefined;
  readonly variables?: boolean | undefined;
  readonly signal: AbortSignal;
}

/**
 * A document as it is in Figma right now, with what the person has not saved. Its hashes are kept, so that an edit can later be refused, with
 * the difference, where somebody changed what was read.
 *
 * @throws ConnectorError where nodes are not there, or the plugin leaves
 */
export async function openDocument(
  channel: Channel,
  { nodes, variables, signal }: OpenDocumentRequest,
  known: KnownSubtrees,
): Promise<FigmaDocument> {
  const wanted = nodes === undefined ? { page: "*" } : { nodes: [...nodes] };
  const read = await channel.ask({ type: "read", ...wanted, ...(variables === true ? { variables } : {}) }, { signal });
  if (read.missing.length > 0) throw unknownNodes(channel.file.name, read.missing);
  const document = documentOf(channel, read);
  assertBounded(document.document);
  for (const [node, hash] of Object.entries(read.hashes)) {
    const subtree = findNodes(document.document, [node]).get(node);
    if (subtree !== undefined) known.keep(hash, withNodes(document, [subtree]));
  }
  return document;
}

/** What the plugin reads has the shapes of REST already: Figma exports them itself. */
function documentOf({ file, plugin }: Channel, read: ReadNodes): FigmaDocument {
  return {
    key: file.key,
    name: file.name,
    version: `${plugin.instance.slice(0, 8)}-${read.version}`,
    lastModified: new Date().toISOString(),
    document: read.document as unknown as DocumentNode,
    components: read.components as unknown as Record<string, Component>,
    componentSets: read.componentSets as unknown as Record<string, ComponentSet>,
    styles: read.styles as unknown as Record<string, Style>,
    ...(read.variables === undefined
      ? {}
      : { variables: read.variables as unknown as GetLocalVariablesResponse["meta"] }),
    source: "open",
    etags: read.hashes,
  };
}
