import type { Mutation } from "./mutation.ts";

type Container = Record<string, unknown>;

/** The input changed in one place, at any depth. The one given stays as it is. */
export function mutate(input: unknown, { kind, at, value }: Mutation): unknown {
  const changed = structuredClone(input);
  const containers = containersIn(changed);
  if (kind === "add") {
    const container = containers[at % containers.length];
    if (container !== undefined)
      put(container, Array.isArray(container) ? `${container.length}` : "no_such_argument", value);
    return changed;
  }
  const places = containers.flatMap((container) => Object.keys(container).map((key) => ({ container, key })));
  const place = places[at % places.length];
  if (place === undefined) return changed;
  if (kind === "replace") put(place.container, place.key, value);
  else delete place.container[place.key];
  return changed;
}

/** Objects and lists, the outermost first. */
function containersIn(value: unknown): readonly Container[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Container, ...Object.values(value).flatMap(containersIn)];
}

/** Not by assignment, which would not make a key `__proto__`. */
function put(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}
