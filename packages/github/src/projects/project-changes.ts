import type { Content } from "@drawbridge/core";
import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { type Actor, loginOf } from "../shown/actor.ts";
import { given } from "../shown/given.ts";
import { fieldValue } from "./field-value.ts";
import { ofProject, type Send } from "./of-project.ts";
import type { Project } from "./project.ts";
import { projectName } from "./project-name.ts";
import { projectQueries } from "./project-queries.ts";

/** What `github_projects_write` is asked; each method takes some of it. */
export interface ProjectInput {
  readonly method: keyof typeof projectChanges;
  readonly owner: string;
  readonly project_number: number;
  readonly item_owner?: string | undefined;
  readonly item_repo?: string | undefined;
  readonly item_number?: number | undefined;
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly item_id?: string | undefined;
  readonly field?: string | undefined;
  readonly value?: string | number | null | undefined;
}

type Making = (input: ProjectInput, call: GithubCall) => Promise<Change>;

const add_item: Making = async (input, call) => {
  const owner = input.item_owner ?? input.owner;
  const repo = needed(input.item_repo, "item_repo", input.method);
  const number = needed(input.item_number, "item_number", input.method);
  const name = `${owner}/${repo}#${number}`;
  const { repository } = (await call.graphql(projectQueries.contentOf, { owner, repo, number }, { owner, repo })) as {
    readonly repository: { readonly issueOrPullRequest: { id: string; title: string; author: Actor } };
  };
  const { id: contentId, title, author } = repository.issueOrPullRequest;
  call.ledger.record({ owner, repo, author: loginOf(author), what: name });
  return ofProject(input, call, `Add ${name}: ${title}`, async (project, send) => {
    const { item } = await send("addProjectV2ItemById", { projectId: project.id, contentId }, "item { id }");
    return done(`Added ${name} to ${projectName(input)}`, { item_id: item?.id });
  });
};

const add_note: Making = async (input, call) => {
  const note = { title: needed(input.title, "title", input.method), ...given({ body: input.body }) };
  return ofProject(input, call, `Add a note:\n\n${shownFields(note)}`, async ({ id: projectId }, send) => {
    const sent = { projectId, ...note };
    const { projectItem } = await send("addProjectV2DraftIssue", sent, "projectItem { id }");
    return done(`Added a note to ${projectName(input)}`, { item_id: projectItem?.id });
  });
};

const update_item: Making = (input, call) => {
  const wanted = needed(input.field, "field", input.method);
  const value = needed(input.value === undefined ? undefined : { is: input.value }, "value", input.method).is;
  const what = value === null ? `Empty its field ${wanted}` : `Set its field ${wanted} to ${value}`;
  return ofItem(input, call, what, async (project, itemId, send) => {
    const sent = { projectId: project.id, itemId, ...fieldValue(call, project, wanted, value) };
    const mutation = value === null ? "clearProjectV2ItemFieldValue" : "updateProjectV2ItemFieldValue";
    await send(mutation, sent, "projectV2Item { id }");
    return done(`Changed ${wanted} of an item of ${projectName(input)}`);
  });
};

/** A change to what is in a project already. */
const ofItem = (
  input: ProjectInput,
  call: GithubCall,
  what: string,
  apply: (project: Project, itemId: string, send: Send) => Promise<Content>,
): Promise<Change> => {
  const itemId = needed(input.item_id, "item_id", input.method);
  return ofProject(input, call, what, (project, send) => apply(project, itemId, send));
};

const ofWholeItem =
  (mutation: string, wanted: string, what: string, told: string): Making =>
  (input, call) =>
    ofItem(input, call, what, async ({ id: projectId }, itemId, send) => {
      await send(mutation, { projectId, itemId }, wanted);
      return done(`${told} ${projectName(input)}`);
    });

/** How each method of `github_projects_write` changes what. */
export const projectChanges = {
  ...{ add_item, add_note, update_item },
  archive_item: ofWholeItem("archiveProjectV2Item", "item { id }", "Archive it", "Archived an item of"),
  unarchive_item: ofWholeItem(
    "unarchiveProjectV2Item",
    "item { id }",
    "Take it out of the archive",
    "Restored an item of",
  ),
  delete_item: ofWholeItem(
    "deleteProjectV2Item",
    "deletedItemId",
    "Take it out of the project; a note is gone for good",
    "Took an item out of",
  ),
} as const;
