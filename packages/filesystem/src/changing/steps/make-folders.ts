import { mkdirSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import type { Place } from "../places/place.ts";
import { whereOf } from "../places/where-of.ts";
import type { Step } from "./step.ts";

/** A place all of whose folders will be there, once the steps before are prepared. */
export interface PlaceToCome extends Disposable {
  readonly steps: readonly Step[];
  readonly place: Place;
}

/** Makes the folders that are missing on the way to a place. They are made when they are prepared: what follows needs them. */
export function makeFolders(place: Place): PlaceToCome {
  const held: HeldDirectory[] = [];
  const parent = () => held.at(-1) ?? place.parent;
  const depth = place.names.length - 1 - place.missing.length;
  const steps = place.missing.map((name, index): Step => {
    const names = place.names.slice(0, depth + index + 1);
    let isUntouched = true;
    return {
      operation: { kind: "made", at: whereOf({ root: place.root, names }), type: "directory" },
      async prepare() {
        parent().withPath(name, (path) => mkdirSync(path));
        isUntouched = false;
        using made = parent().step(name);
        held.push(made.intoDirectory());
      },
      get isUntouched() {
        return isUntouched;
      },
      apply() {},
      get folders() {
        return [held[index - 1] ?? place.parent];
      },
    };
  });
  return {
    steps,
    place: {
      ...place,
      missing: [],
      get parent() {
        return parent();
      },
    },
    [Symbol.dispose]() {
      for (const directory of held) directory[Symbol.dispose]();
    },
  };
}
