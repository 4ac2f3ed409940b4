import { createFile } from "../create-file.ts";
import type { NewContent } from "../new-content.ts";
import type { Place } from "../place.ts";
import { setAttributes } from "../set-attributes.ts";
import { whereOf } from "../where-of.ts";
import { writeAll } from "../write-all.ts";
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
