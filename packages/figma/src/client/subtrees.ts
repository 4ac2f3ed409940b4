import type { GetFileNodesResponse, Node } from "@figma/rest-api-spec";
import type { ApiCall } from "../api/api-call.ts";
import type { FigmaApi } from "../api/figma-api.ts";
import { assertBounded } from "../documents/assert-bounded.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { isTree } from "../documents/is-tree.ts";
import { withNodes } from "../documents/with-nodes.ts";
import type { KeptAnswers } from "../keeping/kept-answers.ts";
import { Batches } from "./batches.ts";
import { noDocument } from "./no-document.ts";
import { unknownNodes } from "./unknown-nodes.ts";
import { ofVersion, type Wanted } from "./wanted.ts";

/** A subtree, and of which state of which file it is. */
interface Subtree extends Pick<GetFileNodesResponse, "name" | "version" | "lastModified"> {
  readonly node: GetFileNodesResponse["nodes"][string];
}

const placeOf = (key: string, version: string, id: string) => `${key}\n${version}\nnode ${id}`;

/** Subtrees of documents, each asked for once in each version, and those that calls want at the same time together. */
export class Subtrees {
  readonly #apiOf: (call: ApiCall) => FigmaApi;
  readonly #kept: KeptAnswers;
  readonly #batches = new Batches<Subtree>();

  constructor(apiOf: (call: ApiCall) => FigmaApi, kept: KeptAnswers) {
    this.#apiOf = apiOf;
    this.#kept = kept;
  }

  async read(wanted: Wanted, ids: readonly string[], call: ApiCall): Promise<FigmaDocument> {
    const known = await this.#known(wanted, ids);
    const missing = ids.filter((id) => !known.has(id));
    const asked = missing.length === 0 ? new Map<string, Subtree>() : await this.#ask(wanted, missing, call);
    const [now] = asked.values();
    // It became another since its version was asked for: what is known is of the one before.
    if (now !== undefined && known.size > 0 && now.version !== wanted.kept)
      return this.read({ ...wanted, kept: now.version }, ids, call);
    const found = ids.flatMap((id) => known.get(id) ?? asked.get(id) ?? []);
    const unknown = ids.filter((id) => !known.has(id) && !asked.has(id));
    if (unknown.length > 0) throw unknownNodes(found[0]?.name ?? `File ${wanted.key}`, unknown);
    return documentOf(wanted, found);
  }

  async #known({ key, kept }: Wanted, ids: readonly string[]): Promise<Map<string, Subtree>> {
    if (kept === undefined) return new Map();
    const found = await Promise.all(
      ids.map(async (id) => [id, await this.#kept.get<Subtree>(placeOf(key, kept, id))] as const),
    );
    return new Map(found.flatMap(([id, subtree]) => (subtree === undefined ? [] : [[id, subtree] as const])));
  }

  #ask(wanted: Wanted, missing: readonly string[], call: ApiCall): Promise<ReadonlyMap<string, Subtree>> {
    const { key } = wanted;
    return this.#batches.join(JSON.stringify(wanted), missing, call, async (ids, all) => {
      const said = await this.#apiOf(all).nodes(key, ids, ofVersion(wanted));
      const { nodes, name, lastModified, ...answer } = (said ?? {}) as Partial<GetFileNodesResponse>;
      const version = wanted.version ?? answer.version;
      if (!nodes || name === undefined || version === undefined) throw noDocument(key);
      // Unlike the description says, what is not there is null.
      const there = Object.entries(nodes).filter(([, node]) => (node as unknown) !== null);
      return new Map(
        there.map(([id, node]) => {
          if (!isTree(node.document)) throw noDocument(key);
          assertBounded(node.document);
          const subtree = { name, version, lastModified: lastModified ?? "", node };
          this.#kept.set(placeOf(key, version, id), subtree);
          return [id, subtree];
        }),
      );
    });
  }
}

function documentOf({ key }: Wanted, subtrees: readonly Subtree[]): FigmaDocument {
  const [{ name, version, lastModified } = { name: key, version: "", lastModified: "" }] = subtrees;
  const nodes = subtrees.map(({ node }) => node);
  const whole: FigmaDocument = {
    ...{ key, name, version, lastModified, source: "rest" },
    document: { id: "0:0", name: "Document", type: "DOCUMENT", scrollBehavior: "SCROLLS", children: [] },
    components: Object.assign({}, ...nodes.map(({ components }) => components)),
    componentSets: Object.assign({}, ...nodes.map(({ componentSets }) => componentSets)),
    styles: Object.assign({}, ...nodes.map(({ styles }) => styles)),
  };
  return withNodes(
    whole,
    nodes.map(({ document }) => document as Node),
  );
}
