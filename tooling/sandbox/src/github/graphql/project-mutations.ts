import { GraphQLError } from "graphql";
import { type Project, type ProjectItem, projectStatuses } from "../kept/projects.ts";
import { nodeId } from "../nodes.ts";
import { isMember, itemNode, optionId } from "./project-nodes.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

interface InProject {
  readonly projectId: string;
}

type Input<Fields> = { readonly input: Fields & InProject };

/** Projects are written by GraphQL alone. */
export function projectMutations(viewer: Viewer) {
  const { projects, nodes } = viewer.stand;
  const projectOf = async ({ projectId }: InProject): Promise<Project> => {
    const project = projects.find(({ number }) => nodeId("Project", number) === projectId);
    if (project === undefined) throw unresolved(`Could not resolve to a node with the global id of '${projectId}'`);
    if (await isMember(viewer, project.owner)) return project;
    throw new GraphQLError(`${viewer.login} does not have the correct permissions to execute this`, {
      extensions: { type: "FORBIDDEN" },
    });
  };
  const itemOf = async (input: InProject & { readonly itemId: string }) => {
    const project = await projectOf(input);
    const item = project.items.find(({ id }) => nodeId("ProjectItem", id) === input.itemId);
    if (item === undefined) throw unresolved(`Could not resolve to a node with the global id of '${input.itemId}'`);
    return { project, item };
  };
  const add = async (input: InProject, fields: Pick<ProjectItem, "path" | "title">) => {
    const project = await projectOf(input);
    const known = project.items.find(({ path }) => path !== null && path === fields.path);
    const last = Math.max(0, ...projects.flatMap(({ items }) => items.map(({ id }) => id)));
    const item = known ?? { id: last + 1, status: null, ...fields };
    if (known === undefined) project.items.push(item);
    return itemNode(viewer, project, item);
  };
  const setStatus = async (input: InProject & { readonly itemId: string }, status: string | null) => {
    const { project, item } = await itemOf(input);
    item.status = status;
    return { projectV2Item: itemNode(viewer, project, item) };
  };
  const archive =
    (isArchived: boolean) =>
    async ({ input }: Input<{ itemId: string }>) => {
      const { project, item } = await itemOf(input);
      item.isArchived = isArchived;
      return { item: itemNode(viewer, project, item) };
    };
  return {
    addProjectV2ItemById: async ({ input }: Input<{ contentId: string }>) => {
      const path = nodes.pathOf(input.contentId)?.replace("/pulls/", "/issues/");
      if (path === undefined || (await viewer.get(path)) === undefined)
        throw unresolved(`Could not resolve to a node with the global id of '${input.contentId}'`);
      return { item: add(input, { path, title: "" }) };
    },
    addProjectV2DraftIssue: async ({ input }: Input<{ title: string }>) => ({
      projectItem: add(input, { path: null, title: input.title }),
    }),
    updateProjectV2ItemFieldValue: async ({
      input,
    }: Input<{ itemId: string; value: { singleSelectOptionId?: string } }>) =>
      setStatus(input, projectStatuses.find((name) => optionId(name) === input.value.singleSelectOptionId) ?? null),
    clearProjectV2ItemFieldValue: async ({ input }: Input<{ itemId: string }>) => setStatus(input, null),
    archiveProjectV2Item: archive(true),
    unarchiveProjectV2Item: archive(false),
    deleteProjectV2Item: async ({ input }: Input<{ itemId: string }>) => {
      const { project, item } = await itemOf(input);
      project.items.splice(project.items.indexOf(item), 1);
      return { deletedItemId: input.itemId };
    },
  };
}
