import { isRef } from "@drawbridge/figma/operations";
import type {
  BaseNode,
  BaseStyle,
  PageNode,
  SceneNode,
  SectionNode,
  Variable,
  VariableCollection,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Host } from "../host.ts";
import { geometryOf } from "../journal/geometry-of.ts";
import type { Journal } from "../journal/journal.ts";
import type { Kind, Step } from "../journal/step.ts";
import { Problem } from "../problem.ts";
import { ChangeLog } from "./change-log.ts";
import { Fonts } from "./fonts.ts";

export type Parent = Extract<BaseNode, { appendChild(child: SceneNode): void }>;

interface StageOptions {
  readonly host: Host;
  readonly journal: Journal;
  readonly page: PageNode;
  readonly allowFontFallback: boolean;
}

/** Where a plan is played: finds what operations name, and records the way back of all that they do. */
export class Stage {
  readonly host: Host;
  readonly journal: Journal;
  readonly page: PageNode;
  readonly fonts: Fonts;
  readonly log = new ChangeLog();
  readonly warnings: string[] = [];
  /** What is done at the very end, since it cannot be taken back. */
  private readonly last: (() => void)[] = [];
  /** What is gone then, by its id: no later operation may name it. */
  private readonly doomed = new Set<string>();
  readonly ids: Record<string, string> = {};
  /** Defaults of component properties that the plan changed. */
  readonly editedDefaults = new Map<string, { before: string | boolean; after: string | boolean }>();
  variables: readonly Variable[] = [];
  collections: readonly VariableCollection[] = [];
  styles: readonly BaseStyle[] = [];
  private readonly nodes = new Map<string, BaseNode>();
  private readonly own = new Set<string>();
  private readonly entities = new Map<string, Variable | VariableCollection | BaseStyle>();

  constructor({ host, journal, page, allowFontFallback }: StageOptions) {
    this.host = host;
    this.journal = journal;
    this.page = page;
    this.fonts = new Fonts(host, allowFontFallback);
  }

  /** Finds nodes beforehand, so that operations need not wait. Returns those that are not there. */
  async fetch(ids: Iterable<string>): Promise<string[]> {
    const missing: string[] = [];
    for (const id of ids) {
      if (isRef(id) || this.nodes.has(id)) continue;
      const node = await this.host.getNodeByIdAsync(id);
      if (!node) missing.push(id);
      for (let one: BaseNode | null = node; one && !this.nodes.has(one.id); one = one.parent)
        this.nodes.set(one.id, one);
    }
    return missing;
  }

  /** A node that was found already. */
  known(name: string): BaseNode | undefined {
    return this.nodes.get(name);
  }

  /** Any node, pages included. @throws Problem where there is none */
  node(name: string): BaseNode {
    const found = this.nodes.get(name);
    if (!found || found.removed) {
      throw new Problem(
        "not_found",
        isRef(name) ? `No earlier operation made ${name}` : `There is no node ${name} in this file`,
        {
          mend: "Read the file again: the node may have been removed, or its id be another's.",
        },
      );
    }
    return found;
  }

  /** A node on a page. */
  scene(name: string): SceneNode {
    const node = this.node(name);
    if (node.type === "PAGE" || node.type === "DOCUMENT")
      throw new Problem("invalid", `${name} is a ${node.type}, not a layer`);
    return node;
  }

  parent(name: string | undefined): Parent {
    const node = name === undefined ? this.page : this.node(name);
    if (!("appendChild" in node) || node.type === "DOCUMENT") {
      throw new Problem("invalid", `A ${node.type} cannot have children`, {
        rule: "only frames, components, groups, sections and pages hold layers",
        mend: "Name another parent.",
      });
    }
    return node;
  }

  /** A variable, collection or style, by reference, id or name. */
  entity<E extends Variable | VariableCollection | BaseStyle>(kind: Exclude<Kind, "node">, name: string): E {
    const known = this.entities.get(name);
    const all: readonly (Variable | VariableCollection | BaseStyle)[] =
      kind === "variable" ? this.variables : kind === "collection" ? this.collections : this.styles;
    const found = known ? [known] : all.filter((one) => one.id === name || one.name === name);
    if (found[0] && found.length === 1) this.assertStays(found[0].id, `The ${kind} ${name}`);
    if (found.length === 1) return found[0] as E;
    throw new Problem(
      "not_found",
      found.length === 0 ? `There is no ${kind} ${name}` : `Several ${kind}s are called ${name}`,
      {
        mend:
          found.length === 0
            ? "List what there is with figma_design_system."
            : `Name it by its id: ${found.map(({ id }) => id).join(", ")}.`,
      },
    );
  }

  /** Takes in a node that was just made. */
  made<N extends SceneNode>(node: N, ref?: string): N {
    this.journal.push({ do: "remove", kind: "node", id: node.id });
    this.log.created(node.id, node.name, node.type);
    this.own.add(node.id);
    this.name(node, ref);
    return node;
  }

  /** Whether the plan itself made a node: the way back from all that is done to it is to remove it. */
  isOwn({ id }: { id: string }): boolean {
    return this.own.has(id) || (id.startsWith("I") && this.own.has(id.slice(1, id.indexOf(";"))));
  }

  /** Nodes that came to be together with one that was made. */
  alsoMade(ids: Iterable<string>): void {
    for (const id of ids) this.own.add(id);
  }

  name(node: BaseNode, ref?: string): void {
    this.nodes.set(node.id, node);
    if (!ref) return;
    this.nodes.set(ref, node);
    this.ids[ref] = node.id;
  }

  /** Takes in a variable, collection or style that was just made. */
  madeEntity<E extends Variable | VariableCollection | BaseStyle>(
    kind: Exclude<Kind, "node">,
    entity: E,
    ref?: string,
  ): E {
    this.journal.push({ do: "remove", kind, id: entity.id });
    this.log.created(entity.id, entity.name, kind.toUpperCase());
    this.entities.set(entity.id, entity);
    this.entities.set(entity.name, entity);
    if (ref) {
      this.entities.set(ref, entity);
      this.ids[ref] = entity.id;
    }
    return entity;
  }

  /** Sets a property, with the way back to the value that it has now. */
  set<N extends { id: string; name: string }, K extends keyof N & string>(
    target: N,
    key: K,
    value: N[K],
    kind: Kind = "node",
  ): void {
    if (kind === "node" && this.isOwn(target)) {
      target[key] = value;
      return;
    }
    const before = target[key];
    this.journal.push({ do: "set", kind, id: target.id, key, value: before });
    this.log.changed(target, key, before, kind === "node" ? undefined : kind.toUpperCase());
    target[key] = value;
  }

  /**
   * Records where a node stands before something moves or resizes it.
   *
   * @param always even where the plan itself made it, since the size of what holds it follows from it
   */
  geometry(node: SceneNode, always = false): void {
    if (this.isOwn(node) && !always) return;
    const geometry = geometryOf(node);
    for (const key of ["x", "y", "width", "height"] as const) this.log.changed(node, key, geometry[key]);
    this.journal.push({ do: "geometry", id: node.id, geometry });
  }

  /**
   * Records where a node stands in the tree before it is moved.
   *
   * @param always even where the plan itself made it, since it holds what was there before
   */
  place(node: SceneNode, always = false): void {
    const { parent } = node;
    if (!parent || (this.isOwn(node) && !always)) return;
    this.log.changed(node, "parent", parent.id);
    const index = parent.children.indexOf(node as never);
    this.journal.push({ do: "place", id: node.id, parent: parent.id, index, geometry: geometryOf(node) });
  }

  private shelf: SectionNode | undefined;

  /** A section out of sight, which holds what is removed until the plan is done. */
  aside(): SectionNode {
    if (this.shelf) return this.shelf;
    const shelf = this.host.createSection();
    this.journal.push({ do: "remove", kind: "node", id: shelf.id });
    this.own.add(shelf.id);
    this.page.appendChild(shelf);
    shelf.name = "Removed by a plan that is under way";
    shelf.visible = false;
    this.shelf = shelf;
    return shelf;
  }

  /** Removes at the very end what cannot be put aside. */
  removeAtLast(ids: readonly string[], remove: () => void): void {
    for (const id of ids) this.doomed.add(id);
    this.last.push(remove);
  }

  /** Whether an earlier operation removes it at the very end. */
  goes(id: string): boolean {
    return this.doomed.has(id);
  }

  /** @throws Problem where an earlier operation removes it at the very end */
  assertStays(id: string, what: string): void {
    if (!this.goes(id)) return;
    throw new Problem("not_found", `${what} is removed by an earlier operation`, {
      rule: "what was removed is named no more",
      mend: "Remove it after everything that needs it.",
    });
  }

  /** What cannot be taken back once it is done: what was put aside goes after all that may be inside it. */
  get finishers(): readonly (() => void)[] {
    const { shelf } = this;
    return shelf ? [...this.last, () => shelf.remove()] : this.last;
  }

  /** Records a step of the way back of a node that was there before. */
  back(node: { id: string }, step: () => Step): void {
    if (!this.isOwn(node)) this.journal.push(step());
  }

  /** Waits, having written down the way back: the plugin may be closed meanwhile. */
  async wait<R>(start: () => Promise<R>): Promise<R> {
    this.journal.keep();
    return start();
  }
}
