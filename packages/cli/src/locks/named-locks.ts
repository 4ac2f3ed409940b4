import { nearest } from "@drawbridge/core";
import { Failure } from "../command-line/failure.ts";
import type { Lock } from "./lock.ts";
import type { LockStore } from "./lock-store.ts";

/** The locks of what somebody named, or all. Throws `Failure` for a name that has none. */
export function namedLocks(store: LockStore, names: readonly string[], project: string | undefined): readonly Lock[] {
  const all = store.all().filter((lock) => project === undefined || lock.project === project);
  if (names.length === 0) {
    if (all.length > 0) return all;
    throw new Failure("nothing is added yet; drawbridge add configures a connector");
  }
  return names.flatMap((name) => {
    const found = all.filter((lock) => lock.name === name);
    if (found.length > 0) return found;
    const meant = nearest(
      name,
      all.map((lock) => lock.name),
    );
    const hint = meant === undefined ? "drawbridge list names what is added" : `did you mean ${meant}?`;
    throw new Failure(`${name} was not added here; ${hint}`);
  });
}
