import type { FontName } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import type { PluginEvents } from "../running/plugin-events.ts";

/** Whom the API serves: a plugin, which is held to all of its rules, or the person, whose editor loads fonts and pages by itself. */
export type User = "plugin" | "person";

/** One run of a plugin, or one person at the file: the handles that it holds, and what it has loaded. */
export class Session {
  readonly file: SimulatedFile;
  readonly user: User;
  readonly mixed: symbol;
  readonly fonts = new Set<string>();
  readonly pages = new Set<NodeRecord>();
  closed = false;
  events: PluginEvents | undefined;
  currentPage: NodeRecord;
  private readonly handles = new Map<Entity, object>();
  private readonly makeHandle: (entity: Entity, session: Session) => object;

  constructor(
    file: SimulatedFile,
    user: User,
    mixed: symbol,
    makeHandle: (entity: Entity, session: Session) => object,
  ) {
    this.file = file;
    this.user = user;
    this.mixed = mixed;
    this.makeHandle = makeHandle;
    const [page] = file.root.children;
    if (!page) throw new Error("The file has no page");
    this.currentPage = page;
    this.pages.add(page);
  }

  /** The object by which this session knows the entity; the same one each time. */
  handle<H extends object>(entity: Entity): H {
    let handle = this.handles.get(entity);
    if (!handle) {
      handle = this.makeHandle(entity, this);
      this.handles.set(entity, handle);
    }
    return handle as H;
  }

  /** Whether a font is there to be loaded. */
  hasFont({ family, style }: FontName): boolean {
    return this.file.options.fonts.some((font) => font.family === family && font.style === style);
  }

  /** @throws where the plugin was closed: nothing that it still does may reach the file */
  assertOpen(): void {
    if (this.closed) throw new Error("The plugin was closed");
  }
}
