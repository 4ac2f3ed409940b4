import type { Entity } from "./entity.ts";

export type Origin = "LOCAL" | "REMOTE";

/** What happened to one node or style since the last delivery. */
export interface Change {
  readonly entity: Entity;
  readonly origin: Origin;
  created: boolean;
  removed: boolean;
  readonly properties: Set<string>;
}

/** What no plugin is told of. */
const silent = new Set(["children", "source", "removed"]);

/** Gathers writes into what `documentchange` tells, and hands them over some time after, all at once. */
export class ChangeFeed {
  private changes = new Map<Entity, Change>();
  private readonly listeners = new Set<(changes: readonly Change[]) => void>();
  private scheduled = false;

  listen(listener: (changes: readonly Change[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  note(entity: Entity, key: string, after: unknown, origin: Origin): void {
    if (this.listeners.size === 0) return;
    const change = this.changes.get(entity) ?? {
      entity,
      origin,
      created: false,
      removed: false,
      properties: new Set<string>(),
    };
    this.changes.set(entity, change);
    if (key === "removed") {
      if (after) change.removed = true;
      else change.created = true;
    } else if (!silent.has(key)) change.properties.add(key);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => this.deliver(), 0);
  }

  private deliver(): void {
    this.scheduled = false;
    const changes = [...this.changes.values()].filter(
      (change) => change.created || change.removed || change.properties.size > 0,
    );
    this.changes = new Map();
    if (changes.length > 0) for (const listener of [...this.listeners]) listener(changes);
  }
}
