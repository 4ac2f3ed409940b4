import { ok, refused } from "../exchange.ts";
import type { StandFile } from "../stand-file.ts";
import type { Route } from "./route.ts";

const read = { method: "GET", tier: 2, scope: "projects:read" } as const;

/** What teams have. */
export const projectRoutes: readonly Route[] = [
  {
    ...{ path: /^\/v1\/teams\/([^/]+)\/projects$/, ...read },
    answer({ state, parts }) {
      const name = state.teams.get(parts[0] ?? "");
      if (name === undefined) return refused(403, "Team not accessible");
      const own = [...state.projects.values()].filter(({ team }) => team === parts[0]);
      return ok({ name, projects: own.map((project) => ({ id: project.id, name: project.name })) });
    },
  },
  {
    ...{ path: /^\/v1\/projects\/([^/]+)\/files$/, ...read },
    answer({ state, parts, token, query }) {
      const project = state.projects.get(parts[0] ?? "");
      if (project === undefined) return refused(403, "Project not accessible");
      const isSeen = ({ readers }: StandFile) => readers?.includes(token.login) ?? true;
      const files = [...state.files.values()].filter(isSeen);
      const own = files.filter((file) => file.project === project.id && file.branchOf === undefined);
      const branchesOf = (key: string) => files.filter((file) => file.branchOf === key).map(shown);
      return ok({
        name: project.name,
        // Told in words alone: "branches" is not in the schema.
        files: own.map((file) => ({
          ...shown(file),
          ...(query.get("branch_data") === "true" ? { branches: branchesOf(file.key) } : {}),
        })),
      });
    },
  },
];

function shown({ key, name, versions }: StandFile) {
  return { key, name, last_modified: versions[0]?.created.toISOString() };
}
