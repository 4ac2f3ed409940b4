import type { DocumentChange, NodeChange } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Change } from "../file/change-feed.ts";
import { NodeRecord } from "../file/node-record.ts";
import type { Session } from "../nodes/session.ts";

type Listener = (event?: unknown) => void;

/** Properties that go by another name in events. */
const renamed: Readonly<Record<string, string>> = {
  runs: "styledTextSegments",
  layoutSizingHorizontal: "width",
  layoutSizingVertical: "height",
};

/** What a plugin listens to: changes of the document or a page, the selection, the page that is shown. */
export class PluginEvents {
  /** Whether all pages were loaded, without which `documentchange` cannot be listened to. */
  allPages = false;
  private readonly session: Session;
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly pageListeners = new Map<NodeRecord, Set<Listener>>();
  private readonly stops: (() => void)[] = [];

  constructor(session: Session) {
    this.session = session;
    const { file } = session;
    const selected = (page: NodeRecord) => {
      if (page === session.currentPage) setTimeout(() => this.emit("selectionchange"), 0);
    };
    file.selectionListeners.add(selected);
    this.stops.push(() => file.selectionListeners.delete(selected));
  }

  readonly on = (type: string, listener: Listener): void => {
    if (type === "documentchange" && !this.allPages) {
      throw new Error(
        "in on: Cannot register documentchange with documentAccess: dynamic-page. Call figma.loadAllPagesAsync first.",
      );
    }
    this.listen();
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  };

  readonly off = (type: string, listener: Listener): void => {
    this.listeners.get(type)?.delete(listener);
  };

  readonly once = (type: string, listener: Listener): void => {
    const first: Listener = (event) => {
      this.off(type, first);
      listener(event);
    };
    this.on(type, first);
  };

  onPage(page: NodeRecord, listener: Listener): void {
    if (!this.session.pages.has(page))
      throw new Error("Cannot listen to an unloaded page. Call await page.loadAsync() first.");
    this.listen();
    this.pageListeners.set(page, (this.pageListeners.get(page) ?? new Set()).add(listener));
  }

  offPage(page: NodeRecord, listener: Listener): void {
    this.pageListeners.get(page)?.delete(listener);
  }

  emit(type: string, event?: unknown): void {
    if (this.session.closed && type !== "close") return;
    for (const listener of [...(this.listeners.get(type) ?? [])]) listener(event);
  }

  stop(): void {
    for (const stop of this.stops.splice(0)) stop();
  }

  private listening = false;

  private listen(): void {
    if (this.listening) return;
    this.listening = true;
    this.stops.push(this.session.file.feed.listen((changes) => this.deliver(changes)));
  }

  private deliver(changes: readonly Change[]): void {
    if (this.session.closed) return;
    const told = changes.filter(({ entity }) => entity instanceof NodeRecord && !entity.type.startsWith("TEXT_SUB"));
    const events = told.map((change) => this.tell(change));
    if (events.length > 0) this.emit("documentchange", { documentChanges: events as DocumentChange[] });
    for (const [page, listeners] of this.pageListeners) {
      const here = told.filter(({ entity }) => (entity as NodeRecord).page === page).map((change) => this.tell(change));
      if (here.length === 0) continue;
      for (const listener of [...listeners]) listener({ nodeChanges: here as NodeChange[] });
    }
  }

  private tell({ entity, origin, created, removed, properties }: Change): object {
    const node = this.session.handle(entity);
    if (entity.removed || removed)
      return { type: "DELETE", id: entity.id, origin, node: { removed: true, type: entity.type, id: entity.id } };
    if (created) return { type: "CREATE", id: entity.id, origin, node };
    const names = [...properties].map((name) => renamed[name] ?? name);
    return { type: "PROPERTY_CHANGE", id: entity.id, origin, node, properties: names };
  }
}
