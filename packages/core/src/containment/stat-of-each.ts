import { lstatSync, type Stats } from "node:fs";

const gone = { throwIfNoEntry: false } as const;

/** Facts of entries of a folder; undefined for each that is gone, or may not be looked at. */
export function statOfEach(folder: string, names: readonly string[]): Array<Stats | undefined> {
  return names.map((name) => {
    try {
      return lstatSync(`${folder}/${name}`, gone);
    } catch {
      return undefined;
    }
  });
}
