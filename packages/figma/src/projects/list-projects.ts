import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { GetProjectFilesResponse } from "@figma/rest-api-spec";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { takeFrom } from "../listing/take-from.ts";

interface Asked {
  readonly team?: string | undefined;
  readonly project?: string | undefined;
  readonly branches: boolean;
}

/** With `branch_data` the API gives more than its description says. */
type File = GetProjectFilesResponse["files"][number] & {
  readonly branches?: ReadonlyArray<{ readonly key: string; readonly name: string; readonly last_modified: string }>;
};

/** Projects of a team, or files of a project. */
export async function listProjects({ team, project, branches }: Asked, context: ToolContext<FigmaClient>) {
  const api = context.client.api(callOf(context));
  if (project !== undefined) {
    const { name, files } = await api.projectFiles(project, branches ? { branch_data: true } : {});
    return { name, files: takeFrom((files as File[]).flatMap(withBranches), context.page) };
  }
  if (team === undefined)
    throw new ConnectorError(
      "invalid_input",
      "Name a team, by the number in its address figma.com/files/team/ID, or a project.",
    );
  const { name, projects } = await api.teamProjects(team);
  const shown = projects.map((one) => ({ id: one.id, name: one.name }));
  return { name, projects: takeFrom(shown, context.page) };
}

function withBranches({ key, name, last_modified, branches = [] }: File) {
  return [
    { key, name, modified: last_modified },
    ...branches.map((branch) => ({
      key: branch.key,
      name: branch.name,
      modified: branch.last_modified,
      branch_of: key,
    })),
  ];
}
