import type { Changed } from "@drawbridge/figma/bridge";
import type { BaseNode, NodeChange, PageNode, PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";

/** In milliseconds: what changes within this time is told as one. */
const gathered = 30;
/** As many nodes as are told. */
const most = 1_000;

const kinds = { CREATE: "created", DELETE: "deleted", PROPERTY_CHANGE: "changed" } as const;

/** Hears what changes on the pages that are loaded, whoever does it, and tells it in parts. */
export class ChangeWatch {
  version = 0;
  private readonly tell: (changed: Changed) => void;
  private readonly heard: (nodes: Changed["nodes"]) => Changed["origin"];
  private readonly pages = new Set<string>();
  private readonly nodes = new Map<string, Changed["nodes"][number]>();
  private more = false;
  private from: Changed["origin"] = "person";
  private waiting = false;

  /** @param heard is told at once, and says whose changes they are */
  constructor(heard: (nodes: Changed["nodes"]) => Changed["origin"], tell: (changed: Changed) => void) {
    this.heard = heard;
    this.tell = tell;
  }

  /** Listens to the page that is shown, and to each that is shown later. */
  start(figma: PluginAPI): void {
    this.listenTo(figma.currentPage);
    figma.on("currentpagechange", () => this.listenTo(figma.currentPage));
  }

  private listenTo(page: PageNode): void {
    if (this.pages.has(page.id)) return;
    this.pages.add(page.id);
    page.on("nodechange", ({ nodeChanges }) => this.hear(nodeChanges));
  }

  private hear(changes: readonly NodeChange[]): void {
    const nodes = changes.map(({ id, type, node }) => ({
      id,
      kind: kinds[type],
      ...("parent" in node && within(node)),
    }));
    const origin = this.heard(nodes);
    if (origin !== this.from && this.nodes.size > 0) this.send();
    this.from = origin;
    for (const node of nodes) this.gather(node);
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => this.send(), gathered);
  }

  private gather(node: Changed["nodes"][number]): void {
    const known = this.nodes.get(node.id);
    if (!known && this.nodes.size >= most) {
      this.more = true;
      return;
    }
    const created = known?.kind === "created" && node.kind === "changed";
    this.nodes.set(node.id, created ? { ...node, kind: "created" } : node);
  }

  private send(): void {
    this.waiting = false;
    if (this.nodes.size === 0) return;
    this.version++;
    const nodes = [...this.nodes.values()];
    this.nodes.clear();
    const { more } = this;
    this.more = false;
    this.tell({ type: "changed", version: this.version, origin: this.from, nodes, ...(more && { more }) });
  }
}

/** The parents of a node, from its own up to the page. */
function within(node: BaseNode): { within?: string[] } {
  if (node.removed) return {};
  const ids: string[] = [];
  for (let one = node.parent; one && one.type !== "DOCUMENT" && ids.length < 200; one = one.parent) ids.push(one.id);
  return { within: ids };
}
