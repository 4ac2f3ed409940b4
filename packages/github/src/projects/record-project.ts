import type { GithubCall } from "../api/github-call.ts";
import type { Project } from "./project.ts";

/** Records that a project was read. Projects lie in no repository: those are ours that the token may write to. */
export function recordProject(
  call: GithubCall,
  owner: string,
  project: Pick<Project, "public" | "viewerCanUpdate">,
  what: string,
): void {
  const beyond = { privacy: project.public ? 0 : 2, isOurs: project.viewerCanUpdate } as const;
  call.ledger.record({ owner, repo: what, author: undefined, beyond, what });
}
