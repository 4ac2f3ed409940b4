import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Access, nearest } from "@drawbridge/core";
import { homeFolder } from "./home-folder.ts";

/** A root as the person gave it: a folder and, where they said so, what is allowed under it. */
export interface RootGrant {
  /** Absolute. */
  readonly path: string;
  /** Undefined where the person said nothing: `read`, unless `--access` says otherwise. */
  readonly access: Access | undefined;
}

const accesses: readonly string[] = ["read", "write", "full"] satisfies Access[];

const tilde = /^~(?=$|[\\/])/;

/** Reads `<folder>[:read|write|full]`. Returns the problem in words where the suffix is none of these. */
export function parseRootGrant(text: string): RootGrant | { readonly problem: string } {
  // A variable that is not set: taken for a path it would be the folder that the host happens to run in.
  if (text.trim() === "") return { problem: 'it is empty; name a folder, or "." for the current one' };
  if (/^~(?=$|[\\/:])/.test(text) && homeFolder() === undefined) {
    return { problem: "this user has no home folder for ~ to stand for; write the folder in full" };
  }
  const match = /^(.+):([A-Za-z]+)$/.exec(text);
  const [, folder = "", suffix = ""] = match ?? [];
  if (match !== null && accesses.includes(suffix)) return { path: absolute(folder), access: suffix as Access };
  if (match === null || existsSync(absolute(text))) return { path: absolute(text), access: undefined };
  const meant = nearest(suffix, accesses);
  return {
    problem: `unknown access "${suffix}"; ${meant === undefined ? "choose read, write or full" : `did you mean "${meant}"?`}`,
  };
}

/** Hosts start servers without a shell, so that nobody else has resolved the tilde. */
function absolute(path: string): string {
  return resolve(path.replace(tilde, (written) => homeFolder() ?? written));
}
