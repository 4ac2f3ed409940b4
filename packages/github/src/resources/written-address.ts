import type { ContentsAddress } from "./contents-address.ts";

/** The address of a file or a folder. */
export function writtenAddress({ owner, repo, ref, path }: ContentsAddress): string {
  const at = ref === undefined ? [] : ["refs", ref];
  const names = path === "" ? [] : path.split("/");
  return `repo://${[owner, repo, ...at, "contents", ...names].map(encodeURIComponent).join("/")}`;
}
