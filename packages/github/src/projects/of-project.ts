import type { Content } from "@drawbridge/core";
import type { GithubCall } from "../api/github-call.ts";
import { mutationOf } from "../api/mutation-of.ts";
import type { Change } from "../changing/change.ts";
import { loginOf } from "../shown/actor.ts";
import { findProject } from "./find-project.ts";
import type { Project, ProjectItem } from "./project.ts";
import { projectName } from "./project-name.ts";
import { projectQueries } from "./project-queries.ts";

/** The project that a change is made to, and of what is in it already the item. */
interface ProjectAt {
  readonly owner: string;
  readonly project_number: number;
  readonly item_id?: string | undefined;
}

/** What GraphQL made, by the mutation's own fields. */
type Made = Readonly<Record<string, { readonly id?: string } | null>>;

/** Makes a mutation of GraphQL's, and tells the fields wanted of what it answers. */
export type Send = (mutation: string, input: object, wanted: string) => Promise<Made>;

/**
 * A change to a project, within the scope. What is foreseen rests on it, and on the item where one is named, as they are.
 * Many may read a project: whoever they are, they are not those of a private repository.
 */
export async function ofProject(
  at: ProjectAt,
  call: GithubCall,
  what: string,
  apply: (project: Project, send: Send) => Promise<Content>,
): Promise<Change> {
  const project = await findProject(call, at.owner, at.project_number);
  const item = at.item_id === undefined ? undefined : await findItem(call, at, project, at.item_id);
  const send: Send = async (name, input, wanted) => {
    const answer = await call.graphqlBeyond(mutationOf(name, wanted), { input }, projectName(at), at.owner);
    return (answer as Record<string, Made>)[name] ?? {};
  };
  const shown = item === undefined ? "" : `\n${item.content?.title ?? "An item that the token may not see"}`;
  return {
    target: { world: projectName(at), itself: { owner: at.owner, repo: projectName(at) } },
    foresee: async () => ({
      summary: `The ${projectName(at)}: ${project.title}${shown}\n\n${what}`,
      state: [what, project.id, project.closed, item?.isArchived, item?.updatedAt, item?.content],
    }),
    apply: () => apply(project, send),
  };
}

/** An item's identifier says nothing of where it lies: it could be in another project. */
async function findItem(call: GithubCall, at: ProjectAt, project: Project, id: string): Promise<Partial<ProjectItem>> {
  const about = projectName(at);
  const { node } = (await call.graphqlBeyond(projectQueries.item, { id }, about, at.owner, { isRecorded: true })) as {
    readonly node: Partial<ProjectItem> | null;
  };
  if (node?.project?.id !== project.id)
    throw call.invalid(`The ${about} has no item ${id}. github_projects_read with method items tells them.`);
  const { repository, author } = node.content ?? {};
  if (repository !== undefined) {
    const [owner = "", repo = ""] = repository.nameWithOwner.split("/");
    call.scope.assertAdmits(owner, repo);
    call.ledger.record({ owner, repo, author: loginOf(author), what: `an item of ${about}` });
  }
  return node;
}
