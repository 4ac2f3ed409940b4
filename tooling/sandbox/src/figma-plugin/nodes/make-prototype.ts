import type { Entity } from "../file/entity.ts";
import { NodeRecord } from "../file/node-record.ts";
import type { Property } from "./members.ts";
import type { Session } from "./session.ts";

interface Held {
  readonly entity: Entity;
  readonly session: Session;
}

const held = new WeakMap<object, Held>();

/** What can be asked of a node that is no more. */
const afterRemoval = new Set(["id", "type", "removed", "toString"]);
/** What needs the page to be loaded. */
const ofLoadedPage = new Set(["children", "findAll", "findOne", "findChildren", "findChild", "findAllWithCriteria"]);

/** The entity behind a handle, whichever session's. */
export function entityOf<E extends Entity>(handle: unknown): E {
  const found = typeof handle === "object" && handle !== null ? held.get(handle) : undefined;
  if (!found) throw new Error("Expected node, got something else");
  return found.entity as E;
}

export function makeHandle(entity: Entity, session: Session, prototype: object): object {
  const handle = Object.preventExtensions(Object.create(prototype) as object);
  held.set(handle, { entity, session });
  return handle;
}

/** Turns members into accessors and methods, each of which first asks what holds for all: that the plugin runs, the node is there, its page loaded. */
export function makePrototype(sets: readonly object[]): object {
  const prototype = Object.create({}) as object;
  const members = Object.assign({}, ...sets) as Record<string, unknown>;
  for (const [key, member] of Object.entries(members)) {
    Object.defineProperty(prototype, key, typeof member === "function" ? method(key, member) : property(key, member));
  }
  return prototype;
}

function method(key: string, call: (...parameters: unknown[]) => unknown): PropertyDescriptor;
function method(key: string, call: unknown): PropertyDescriptor;
function method(key: string, call: unknown): PropertyDescriptor {
  const run = call as (entity: Entity, session: Session, ...parameters: unknown[]) => unknown;
  return {
    enumerable: true,
    value(this: object, ...parameters: unknown[]) {
      const { entity, session } = usable(this, key, key);
      return naming(key, () => run(entity, session, ...parameters));
    },
  };
}

function property(key: string, member: unknown): PropertyDescriptor {
  const { get, set } = member as Property<Entity, unknown>;
  return {
    enumerable: true,
    get(this: object) {
      const { entity, session } = usable(this, key, `get_${key}`);
      return naming(`get_${key}`, () => get(entity, session, key));
    },
    ...(set && {
      set(this: object, value: unknown) {
        const { entity, session } = usable(this, key, `set_${key}`);
        naming(`set_${key}`, () => set(entity, value, session, key));
      },
    }),
  };
}

/** Errors say in which member they arose, as Figma's do. */
function naming<R>(where: string, run: () => R): R {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && !error.message.startsWith("in ")) error.message = `in ${where}: ${error.message}`;
    throw error;
  }
}

function usable(handle: object, key: string, where: string): Held {
  const found = held.get(handle);
  if (!found) throw new Error(`in ${where}: Illegal invocation`);
  const { entity, session } = found;
  session.assertOpen();
  if (entity.removed && !afterRemoval.has(key)) {
    throw new Error(`in ${where}: The node with id "${entity.id}" does not exist`);
  }
  if (ofLoadedPage.has(key)) assertLoaded(entity, session, where);
  return found;
}

function assertLoaded(entity: Entity, session: Session, where: string): void {
  if (session.user === "person" || !(entity instanceof NodeRecord) || entity.type === "DOCUMENT") return;
  const page = entity.page;
  if (page && !session.pages.has(page)) {
    throw new Error(`in ${where}: Cannot access the children of an unloaded page. Call await page.loadAsync() first.`);
  }
}
