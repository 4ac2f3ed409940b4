import type { RepositoryName } from "../api/github-call.ts";

/** Where something is about to be written: a repository, or what everybody may read, or more people than can be told. */
export type Target =
  | (RepositoryName & {
      /** Of one that is only made by this, and cannot be looked up yet. */
      readonly privacy?: 1 | 2;
    })
  | {
      readonly world: string;
      /** As what was read of it is recorded, where it lies in no repository: that does not leak where it is. */
      readonly itself?: RepositoryName;
    };

/** By what repositories and targets are told apart. */
export function nameOf(target: Target): string {
  return "world" in target ? "the world" : `${target.owner}/${target.repo}`.toLowerCase();
}
