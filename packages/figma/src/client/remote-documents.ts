import { ConnectorError } from "@drawbridge/core";
import type { GetFileNodesResponse, GetFileResponse, Node } from "@figma/rest-api-spec";
import type { FigmaApi } from "../api/figma-api.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { withNodes } from "../documents/subtrees-of.ts";
import type { FileAddress } from "../files/file-address.ts";
import type { DocumentRequest } from "./figma-client.ts";
import { unknownNodes } from "./unknown-nodes.ts";

/** Documents at Figma. */
export class RemoteDocuments {
  async read(api: FigmaApi, address: FileAddress, request: DocumentRequest): Promise<FigmaDocument> {
    const { key } = address;
    const version = request.version ?? address.version;
    const own = address.node === undefined ? undefined : [address.node];
    const ids = request.whole === true ? undefined : (request.nodes ?? own);
    const document =
      ids === undefined
        ? fromFile(key, await api.file(key, { version }))
        : fromNodes(key, ids, await api.nodes(key, ids, { version }));
    return request.variables === true ? { ...document, ...(await variablesOf(api, key)) } : document;
  }
}

function fromFile(key: string, file: GetFileResponse): FigmaDocument {
  const { name, version, lastModified, document, components, componentSets, styles } = file;
  return { key, name, version, lastModified, document, components, componentSets, styles, source: "rest" };
}

function fromNodes(key: string, ids: readonly string[], answer: GetFileNodesResponse): FigmaDocument {
  const { name, version, lastModified } = answer;
  // Unlike the description says, what is not there is null.
  const nodes = answer.nodes as Record<string, GetFileNodesResponse["nodes"][string] | null>;
  const missing = ids.filter((id) => (nodes[id] ?? null) === null);
  if (missing.length > 0) throw unknownNodes(name, missing);
  const present = ids.map((id) => nodes[id]).filter((node) => node !== null && node !== undefined);
  const whole: FigmaDocument = {
    ...{ key, name, version, lastModified, source: "rest" },
    document: { id: "0:0", name: "Document", type: "DOCUMENT", scrollBehavior: "SCROLLS", children: [] },
    components: Object.assign({}, ...present.map((node) => node.components)),
    componentSets: Object.assign({}, ...present.map((node) => node.componentSets)),
    styles: Object.assign({}, ...present.map((node) => node.styles)),
  };
  return withNodes(
    whole,
    present.map((node) => node.document as Node),
  );
}

/** Only Enterprise plans give them. */
async function variablesOf(api: FigmaApi, key: string): Promise<Pick<FigmaDocument, "variables">> {
  try {
    const { meta } = await api.localVariables(key);
    return { variables: meta };
  } catch (error) {
    if (ConnectorError.is(error) && error.code === "refused") return {};
    throw error;
  }
}
