import type { DevResource, PostDevResourcesRequestBody, PutDevResourcesRequestBody } from "@figma/rest-api-spec";
import { ok, refused } from "../exchange.ts";
import type { Route } from "./route.ts";

const some = /^\/v1\/dev_resources$/;
const shape = { tier: 2, isBoolean: true } as const;

/** Links that developers keep beside layers. */
export const devResourceRoutes: readonly Route[] = [
  {
    ...{
      method: "GET",
      path: /^\/v1\/files\/([^/]+)\/dev_resources$/,
      scope: "file_dev_resources:read",
      isOfFile: true,
    },
    ...shape,
    answer({ file, query }) {
      if (file.branchOf !== undefined) return refused(400, "Dev resources are of main files", true);
      const ids = query.get("node_ids")?.split(",");
      return ok({ dev_resources: file.devResources.filter(({ node_id }) => ids?.includes(node_id) ?? true) });
    },
  },
  {
    ...{ method: "POST", path: some, scope: "file_dev_resources:write" },
    ...shape,
    answer({ state, body }) {
      const { dev_resources } = body as PostDevResourcesRequestBody;
      const made: DevResource[] = [];
      const errors: object[] = [];
      for (const { file_key, node_id, name, url } of dev_resources) {
        const file = state.files.get(file_key);
        const own = file?.devResources.filter((resource) => resource.node_id === node_id) ?? [];
        if (file === undefined) errors.push({ file_key, node_id, error: "File not found" });
        else if (own.length >= 10) errors.push({ file_key, node_id, error: "The node has 10 dev resources" });
        else if (own.some((resource) => resource.url === url))
          errors.push({ file_key, node_id, error: "Another dev resource has this url" });
        else made.push({ id: state.nextId(), name, url, file_key, node_id });
      }
      for (const resource of made) state.files.get(resource.file_key)?.devResources.push(resource);
      return ok({ links_created: made, errors });
    },
  },
  {
    ...{ method: "PUT", path: some, scope: "file_dev_resources:write" },
    ...shape,
    answer({ state, body }) {
      const { dev_resources } = body as PutDevResourcesRequestBody;
      const updated: DevResource[] = [];
      const errors: object[] = [];
      for (const { id, name, url } of dev_resources) {
        const resource = [...state.files.values()]
          .flatMap(({ devResources }) => devResources)
          .find((one) => one.id === id);
        if (resource === undefined) errors.push({ id, error: "Dev resource not found" });
        else
          updated.push(Object.assign(resource, name === undefined ? {} : { name }, url === undefined ? {} : { url }));
      }
      return ok({ links_updated: updated, errors });
    },
  },
  {
    ...{ method: "DELETE", path: /^\/v1\/files\/([^/]+)\/dev_resources\/([^/]+)$/, scope: "file_dev_resources:write" },
    ...{ ...shape, isOfFile: true },
    answer({ file, parts }) {
      const index = file.devResources.findIndex(({ id }) => id === parts[1]);
      if (index < 0) return refused(404, "Dev resource not found", true);
      file.devResources.splice(index, 1);
      return { status: 200 };
    },
  },
];
