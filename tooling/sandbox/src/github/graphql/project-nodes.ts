import { type Project, type ProjectItem, projectStatuses } from "../kept/projects.ts";
import { nodeId } from "../nodes.ts";
import { connection } from "./connection.ts";
import { issueNode } from "./issue-node.ts";
import { pullNode } from "./pull-node.ts";
import type { Rest } from "./rest.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

/** An owner's projects, as organisations and repositories have them. */
export function projectFields(viewer: Viewer, owner: string) {
  const seen = async () => {
    const seesAll = await isMember(viewer, owner);
    return viewer.stand.projects.filter((one) => one.owner === owner && (one.isPublic || seesAll));
  };
  return {
    projectsV2: connection(async () => (await seen()).map((one) => projectNode(viewer, one))),
    projectV2: async ({ number }: { number: number }) => {
      const found = (await seen()).find((one) => one.number === number);
      if (found === undefined) throw unresolved(`Could not resolve to a ProjectV2 with the number ${number}.`);
      return projectNode(viewer, found);
    },
  };
}

/** A project. */
export function projectNode(viewer: Viewer, project: Project): object {
  const id = nodeId("Project", project.number);
  viewer.stand.nodes.keep(id, { path: `/orgs/${project.owner}`, number: project.number });
  return {
    __typename: "ProjectV2",
    id,
    number: project.number,
    title: project.title,
    public: project.isPublic,
    viewerCanUpdate: () => isMember(viewer, project.owner),
    closed: false,
    url: `${viewer.stand.url}/orgs/${project.owner}/projects/${project.number}`,
    items: connection(async () =>
      (await Promise.all(project.items.map((item) => itemNode(viewer, project, item)))).filter((one) => one !== null),
    ),
    fields: connection(() => [titleField, statusField]),
    field: ({ name }: { name: string }) => [titleField, statusField].find((one) => one.name === name) ?? null,
  };
}

const titleField = { __typename: "ProjectV2Field", id: nodeId("ProjectField", 1), name: "Title", dataType: "TITLE" };

const statusField = {
  __typename: "ProjectV2SingleSelectField",
  id: nodeId("ProjectField", 2),
  name: "Status",
  dataType: "SINGLE_SELECT",
  options: projectStatuses.map((name) => ({ id: optionId(name), name, color: "GRAY", description: "" })),
};

/** Members of an organisation see all of its projects here, and write to them. */
export async function isMember(viewer: Viewer, owner: string): Promise<boolean> {
  return (await viewer.list(`/orgs/${owner}/members`)).some(({ login }) => login === viewer.login);
}

/** A card. What it is of may be hidden from the viewer: then GitHub says REDACTED, and no more. */
export async function itemNode(viewer: Viewer, project: Project, item: ProjectItem) {
  const content = item.path === null ? undefined : await viewer.get(item.path);
  const isHidden = item.path !== null && content === undefined;
  const id = nodeId("ProjectItem", item.id);
  viewer.stand.nodes.keep(id, { path: `/orgs/${project.owner}`, number: item.id });
  const value = item.status !== null && {
    __typename: "ProjectV2ItemFieldSingleSelectValue",
    id: nodeId("ProjectValue", item.id),
    name: item.status,
    optionId: optionId(item.status),
    field: statusField,
  };
  return {
    __typename: "ProjectV2Item",
    id,
    databaseId: item.id,
    type: isHidden
      ? "REDACTED"
      : item.path === null
        ? "DRAFT_ISSUE"
        : content?.pull_request === undefined
          ? "ISSUE"
          : "PULL_REQUEST",
    content: isHidden ? null : await contentNode(viewer, item, content),
    project: () => projectNode(viewer, project),
    isArchived: item.isArchived ?? false,
    fieldValues: connection(() => (value === false ? [] : [value])),
    fieldValueByName: ({ name }: { name: string }) => (name === "Status" && value !== false ? value : null),
  };
}

async function contentNode(viewer: Viewer, item: ProjectItem, content: Rest | undefined) {
  if (content === undefined || item.path === null)
    return { __typename: "DraftIssue", id: nodeId("DraftIssue", item.id), title: item.title, body: "", creator: null };
  const at = item.path.replace(/\/issues\/\d+$/, "");
  if (content.pull_request === undefined) return issueNode(viewer, content, at);
  const pull = await viewer.get(`${at}/pulls/${content.number}`);
  return pull === undefined ? null : pullNode(viewer, pull, at);
}

/** The identifier of a status. */
export function optionId(name: string): string {
  return Buffer.from(name).toString("hex").slice(0, 8);
}
