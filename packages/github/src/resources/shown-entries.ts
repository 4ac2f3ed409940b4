import type { Contents } from "../contents/contents-at.ts";
import type { ContentsAddress } from "./contents-address.ts";
import { writtenAddress } from "./written-address.ts";

/** What a folder's list tells of each entry. */
interface ShownEntry {
  readonly name: string;
  readonly type: Contents["type"];
  readonly size?: number;
  readonly uri: string;
}

/** Entries of a folder, each with its own address. */
export function shownEntries(
  entries: NonNullable<Contents["entries"]>,
  folder: ContentsAddress,
): readonly ShownEntry[] {
  return entries.map((entry) => {
    const { name, size } = entry;
    // GitHub calls a submodule a file in a folder's list. It has no bytes to be downloaded.
    const type = entry.type === "file" && entry.download_url === null ? "submodule" : entry.type;
    const path = folder.path === "" ? name : `${folder.path}/${name}`;
    return { name, type, ...(type === "file" ? { size } : {}), uri: writtenAddress({ ...folder, path }) };
  });
}
