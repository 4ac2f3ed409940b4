import type { Entity } from "../file/entity.ts";
import { NodeRecord } from "../file/node-record.ts";
import { frozen } from "./frozen.ts";
import type { Session } from "./session.ts";

/** One property of the API: how it is read, and, unless it is read-only, written. */
export interface Property<E extends Entity, V> {
  get(entity: E, session: Session, key: string): V;
  set?(entity: E, value: V, session: Session, key: string): void;
}

/** Anything that can be called, whatever it takes. */
type Callable = (...parameters: never[]) => unknown;

export type Method<E extends Entity, F> = F extends (...parameters: infer P) => infer R
  ? (entity: E, session: Session, ...parameters: P) => R
  : never;

/** Members of a node, variable or style, under the names and types that Figma's typings give them. */
export type Members<E extends Entity, T> = {
  readonly [K in keyof T]?: T[K] extends Callable ? Method<E, T[K]> : Property<E, T[K]>;
};

/** Checks a value that is about to be set, and may mend it. */
export type Rule<V> = (value: V, entity: Entity, session: Session, key: string) => V | undefined;

/** A property that is kept as it is set. */
export function stored<V>(fallback: NoInfer<V>, ...rules: Rule<NoInfer<V>>[]): Property<Entity, V> {
  const standard = frozen(fallback);
  return {
    get: (entity, _, key) =>
      ((entity instanceof NodeRecord ? entity.effective(key) : entity.get(key)) as V | undefined) ?? standard,
    set(entity, value, session, key) {
      let checked = value;
      for (const rule of rules) checked = rule(checked, entity, session, key) ?? checked;
      unbind(entity, key, session);
      session.file.write(entity, key, frozen(checked));
    },
  };
}

/** A value that is set by hand takes the place of the variable that the field was bound to. */
function unbind(entity: Entity, key: string, session: Session): void {
  const bound = entity instanceof NodeRecord ? (entity.get("boundVariables") as Record<string, unknown>) : undefined;
  if (!bound || !(key in bound)) return;
  const { [key]: _, ...rest } = bound;
  session.file.write(entity, "boundVariables", frozen(rest));
}

/** A property that is told and cannot be set. */
export function told<E extends Entity, V>(get: (entity: E, session: Session) => V): Property<E, V> {
  return { get };
}
