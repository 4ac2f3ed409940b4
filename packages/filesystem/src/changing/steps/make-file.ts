import { createFile } from "../disk/create-file.ts";
import { setAttributes } from "../disk/set-attributes.ts";
import { writeAll } from "../disk/write-all.ts";
import type { NewContent } from "../new-content.ts";
import type { Place } from "../places/place.ts";
import { whereOf } from "../places/where-of.ts";
import { placeExclusively } from "./place-exclusively.ts";
import type { Step } from "./step.ts";

/** Puts a new file where nothing stands. Its folder is there once it is prepared. */
export function makeFile(place: Place, { content, digest }: NewContent, temporary: string): Step {
  const { name, path } = place;
  return {
    operation: { kind: "made", at: whereOf(place), type: "file", temporary, digest },
    prepare: () =>
      createFile(place.parent, temporary, async (descriptor) => {
        await writeAll(descriptor, content);
        setAttributes(descriptor, { mode: 0o666 & ~process.umask() });
      }),
    apply: () => placeExclusively(place.parent, temporary, name, path),
    get folders() {
      return [place.parent];
    },
  };
}
