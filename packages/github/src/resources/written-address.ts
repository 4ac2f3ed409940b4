import type { ContentsAddress } from "./contents-address.ts";

/** The address of a file or a folder. */
export function writtenAddress({ owner, repo, ref, path }: ContentsAddress): string {
  const at = ref === undefined ? [] : ["refs", ref];
  const names = path === "" ? [] : path.split("/");
  return `repo://${[owner, repo, ...at, "contents", ...names].map(escaped).join("/")}`;
}

/** Half a character cannot be escaped. */
function escaped(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString());
}
