import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import type { Session } from "./session.ts";

/** A rule that changes nothing: it throws, or not. */
export type Check = (value: unknown, entity: Entity, session: Session, key: string) => undefined;

/** A finite number within the bounds. */
export function number(least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Check {
  return (value, _entity, _session, key) => {
    if (typeof value !== "number" || !Number.isFinite(value)) throw new Error(`Expected number, received ${value}`);
    if (value < least) throw new Error(`Property "${key}" failed validation: Expected value to be >= ${least}`);
    if (value > most) throw new Error(`Property "${key}" failed validation: Expected value to be <= ${most}`);
    return undefined;
  };
}

/** A number as above, or null. */
export function numberOrNull(least: number): Check {
  const check = number(least);
  return (value, entity, session, key) => (value === null ? undefined : check(value, entity, session, key));
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value, _entity, _session, key) => {
    if (typeof value === "string" && allowed.includes(value)) return undefined;
    throw new Error(
      `Property "${key}" failed validation: Invalid enum value. Expected ${allowed.map((one) => `'${one}'`).join(" | ")}, received '${String(value)}'`,
    );
  };
}

export const text: Check = (value, _entity, _session, key) => {
  if (typeof value === "string") return undefined;
  throw new Error(`Property "${key}" failed validation: Expected string, received ${typeof value}`);
};

export const boolean: Check = (value, _entity, _session, key) => {
  if (typeof value === "boolean") return undefined;
  throw new Error(`Property "${key}" failed validation: Expected boolean, received ${typeof value}`);
};

/** Whether a node lays out its children by itself. */
export function isAutoLayout(node: Entity | null | undefined): boolean {
  const mode = node?.get("layoutMode");
  return mode === "HORIZONTAL" || mode === "VERTICAL" || mode === "GRID";
}

/** Only frames with auto layout and their children have least and greatest sizes. */
export const inAutoLayout: Check = (value, entity) => {
  if (value === null || isAutoLayout(entity) || isAutoLayout((entity as NodeRecord).parent)) return undefined;
  throw new Error("Can only set min/max dimensions on auto layout nodes and their children");
};
