import type { FontName } from "@figma/plugin-typings/plugin-api-standalone.js";
import { flushLayout } from "../layout/flush-layout.ts";
import { PendingLayout } from "../layout/pending-layout.ts";
import { ChangeFeed, type Origin } from "./change-feed.ts";
import type { Entity } from "./entity.ts";
import { NodeRecord } from "./node-record.ts";
import { UndoHistory } from "./undo-history.ts";

export interface FileOptions {
  readonly name: string;
  readonly key: string;
  readonly editor: "figma" | "figjam";
  readonly fonts: readonly FontName[];
  /** Whether it is a part of another file, so that images of that one need not be here. */
  readonly partial?: boolean;
  /** Turns SVG into PNG. */
  readonly rasterize?: ((svg: string, scale: number) => Promise<Uint8Array>) | undefined;
}

const derivable = new Set(["x", "y", "width", "height"]);

/** A file that is open: its nodes, variables and styles, its undo history, and who hears of changes. */
export class SimulatedFile {
  readonly options: FileOptions;
  readonly root: NodeRecord;
  readonly history = new UndoHistory();
  readonly feed = new ChangeFeed();
  /** By id; what was removed stays, so that it can be told from what never was. */
  readonly nodes = new Map<string, NodeRecord>();
  readonly variables = new Map<string, Entity>();
  readonly collections = new Map<string, Entity>();
  readonly styles = new Map<string, Entity>();
  /** Every instance that ever was, nested ones too. */
  readonly instances = new Set<NodeRecord>();
  /** Bytes of images by hash. */
  readonly images = new Map<string, Uint8Array>();
  /** Components of libraries, which `importComponentByKeyAsync` finds. */
  readonly libraries = new Map<string, NodeRecord>();
  origin: Origin = "LOCAL";
  readonly pending = new PendingLayout();
  private lastId = 1;
  private laying = false;

  constructor(options: FileOptions) {
    this.options = options;
    this.root = this.adopt("0:0", "DOCUMENT");
  }

  /** Called when what is selected on a page changes. */
  readonly selectionListeners = new Set<(page: NodeRecord) => void>();

  selected(page: NodeRecord): void {
    for (const listener of [...this.selectionListeners]) listener(page);
  }

  nextId(): string {
    let id: string;
    do id = `1:${++this.lastId}`;
    while (this.nodes.has(id));
    return id;
  }

  /** A number that no variable, style or mode of the file has. */
  nextNumber(): number {
    return ++this.lastId;
  }

  /** A node that nobody made: it was there when the file was opened. */
  adopt(id: string, type: string): NodeRecord {
    const node = new NodeRecord(this, id, type);
    this.nodes.set(id, node);
    return node;
  }

  /** A node that is made now, which an undo takes away again. */
  create(type: string, id: string = this.nextId()): NodeRecord {
    const node = this.adopt(id, type);
    node.values.removed = true;
    this.write(node, "removed", false);
    return node;
  }

  /** The only way in which anything of the file changes. */
  write(entity: Entity, key: string, value: unknown): void {
    const before = entity.values[key];
    if (Object.is(before, value)) return;
    entity.values[key] = value;
    if (this.origin === "LOCAL") this.history.record({ entity, key, before, after: value });
    this.feed.note(entity, key, value, this.origin);
    if (this.laying) return;
    if (derivable.has(key)) this.settleOn(entity, key);
    if (!(entity instanceof NodeRecord) || key === "explicitVariableModes") this.pending.all = true;
    else this.pending.add(entity, key);
  }

  /** What layout had worked out and is now given by hand is an override from then on. */
  private settleOn(entity: Entity, key: string): void {
    const derived = entity.values.derived as readonly string[] | undefined;
    if (!derived?.includes(key)) return;
    this.write(
      entity,
      "derived",
      derived.filter((one) => one !== key),
    );
  }

  /** Brings sizes and positions up to date, of one node or of all. Reading either does this first. */
  settle(node?: NodeRecord): void {
    if (this.laying) return;
    const { all } = this.pending;
    const changed = this.pending.take(node);
    if (changed.length === 0 && !all) return;
    this.laying = true;
    try {
      flushLayout(this, all ? [...this.root.subtree()] : changed);
    } finally {
      this.laying = false;
    }
  }

  commitUndo(): void {
    this.settle();
    this.history.commit();
  }

  /** Takes back what is not committed, or else the last step. */
  triggerUndo(): boolean {
    this.settle();
    const writes = this.history.take();
    for (const { entity, key, before } of writes) {
      entity.values[key] = before;
      this.feed.note(entity, key, before, this.origin);
    }
    return writes.length > 0;
  }
}
