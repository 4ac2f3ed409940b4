import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import { needed } from "../changing/needed.ts";
import type { Connection } from "../listing/connection.ts";
import { fillAfter } from "../listing/fill-after.ts";
import { stretchIn } from "../listing/stretch-in.ts";
import { nodesOf } from "../pulls/nodes-of.ts";
import { loginOf } from "../shown/actor.ts";
import { given } from "../shown/given.ts";
import { findProject } from "./find-project.ts";
import type { Project, ProjectField, ProjectItem } from "./project.ts";
import { projectQueries } from "./project-queries.ts";
import { recordProject } from "./record-project.ts";

/** What `github_projects_read` is asked. */
export interface ProjectsInput {
  readonly method: "list" | "get" | "items";
  readonly owner: string;
  readonly project_number?: number | undefined;
  readonly limit: number;
}

/** Lists an owner's projects, tells of one, or lists what is in it. */
export async function readProjects(input: ProjectsInput, context: ToolContext<Github>) {
  const { method, owner, limit: size } = input;
  const call = context.client.call(context);
  if (method === "list") return listProjects(call, owner, size, context);
  const number = needed(input.project_number, "project_number", method);
  if (method === "items") return listItems(call, owner, { number, size }, context);
  const project = await findProject(call, owner, number);
  const { readme, fields, items } = project;
  const told = nodesOf(fields).map(shownField);
  return {
    items: [
      { ...shownProject(project), ...given({ readme: readme || undefined }), items: items?.totalCount, fields: told },
    ],
  };
}

async function listProjects(call: GithubCall, owner: string, size: number, { page }: ToolContext<Github>) {
  const about = `the projects of ${owner}`;
  call.scope.assertAdmitsOwner(owner, about);
  const ask = async (after: string | undefined) => {
    const answer = await call.graphqlBeyond(projectQueries.list, { owner, size, after }, about, owner, {
      isRecorded: true,
    });
    const { repositoryOwner: found } = answer as {
      readonly repositoryOwner: { readonly projectsV2?: Connection<Project> } | null;
    };
    if (!found?.projectsV2) throw new ConnectorError("not_found", `GitHub does not know ${owner}. Check the spelling.`);
    return stretchIn(found.projectsV2);
  };
  const items = await fillAfter(page, ask, (project) => {
    recordProject(call, owner, project, `project ${project.number} of ${owner}`);
    return shownProject(project);
  });
  return { items };
}

/** Items of repositories outside of the scope are counted and not shown. */
async function listItems(
  call: GithubCall,
  owner: string,
  { number, size }: { readonly number: number; readonly size: number },
  { page }: ToolContext<Github>,
) {
  const about = `project ${number} of ${owner}`;
  call.scope.assertAdmitsOwner(owner, `the projects of ${owner}`);
  const ask = async (after: string | undefined) => {
    const answer = await call.graphqlBeyond(projectQueries.items, { owner, number, size, after }, about, owner, {
      isRecorded: true,
    });
    const { repositoryOwner: found } = answer as {
      readonly repositoryOwner: { readonly projectV2?: Project | null } | null;
    };
    const project = found?.projectV2;
    if (!project?.items)
      throw new ConnectorError("not_found", `GitHub does not know ${about}, or the token may not see it.`);
    recordProject(call, owner, project, about);
    return stretchIn(project.items);
  };
  let left = 0;
  const items = await fillAfter(page, ask, (item) => {
    const isAdmitted = item.content !== null && admitItem(call, item.content);
    if (isAdmitted) return shownItem(item);
    left += 1;
    return undefined;
  });
  return { items, ...(left > 0 ? { hidden: left } : {}) };
}

/** A note of a project's own is recorded with the project. */
function admitItem(call: GithubCall, { repository, author, number }: NonNullable<ProjectItem["content"]>): boolean {
  if (repository === undefined) return true;
  const [owner = "", repo = ""] = repository.nameWithOwner.split("/");
  if (!call.scope.admits(owner, repo)) return false;
  call.ledger.record({
    owner,
    repo,
    author: loginOf(author),
    what: `${repository.nameWithOwner}#${number} in a project`,
  });
  return true;
}

function shownProject({ number, title, shortDescription, public: isPublic, closed, updatedAt, url }: Project) {
  return {
    number,
    title,
    ...given({ description: shortDescription || undefined, closed: closed || undefined }),
    visibility: isPublic ? "public" : "private",
    updated_at: updatedAt,
    url,
  };
}

function shownField({ name, dataType, options, configuration }: ProjectField) {
  const choices = options?.map((option) => option.name) ?? configuration?.iterations.map(({ title }) => title);
  return { name, type: dataType.toLowerCase(), ...given({ choices }) };
}

function shownItem({ id, type, isArchived, content, fieldValues }: ProjectItem) {
  const values = nodesOf(fieldValues).flatMap(({ field, ...value }) =>
    field?.name === undefined || field.name === "Title" ? [] : [[field.name, Object.values(value)[0]] as const],
  );
  return {
    item_id: id,
    type: type.toLowerCase(),
    title: content?.title,
    ...given({
      repository: content?.repository?.nameWithOwner,
      number: content?.number,
      state: (content?.issueState ?? content?.pullState)?.toLowerCase(),
      author: content?.repository === undefined ? undefined : loginOf(content.author),
      body: content?.body || undefined,
      archived: isArchived || undefined,
    }),
    fields: Object.fromEntries(values),
  };
}
