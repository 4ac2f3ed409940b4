import { ConnectorError } from "@drawbridge/core";
import type { DevResource } from "@figma/rest-api-spec";
import type { FigmaApi } from "../api/figma-api.ts";
import { type Change, done } from "../changing/change.ts";
import { needed } from "../changing/needed.ts";
import type { FigmaClient } from "../client/figma-client.ts";

interface Asked {
  readonly file: string;
  readonly node?: string | undefined;
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly id?: string | undefined;
}

type Making = (asked: Asked, client: FigmaClient, api: FigmaApi) => Promise<Change>;

/** Branches have none of their own. */
function keyOf(file: string, client: FigmaClient): string {
  const { key, mainKey = key } = client.remote(file, "dev resources");
  return mainKey;
}

/** What can be done with dev resources. */
export const devResourceChanges: Readonly<Record<"create" | "update" | "delete", Making>> = {
  async create({ file, ...asked }, client, api) {
    const file_key = keyOf(file, client);
    const node_id = needed(asked.node, "node", "create");
    const name = needed(asked.name, "name", "create");
    const url = needed(asked.url, "url", "create");
    return {
      summary: `Attach ${name} (${url}) to node ${node_id} of file ${file_key}.`,
      state: { file_key, node_id, name, url },
      async apply() {
        const { links_created, errors } = await api.postDevResource({ file_key, node_id, name, url });
        assertNone(errors);
        return done(`Attached ${name} to node ${node_id}.`, { id: links_created[0]?.id });
      },
    };
  },
  async update({ file, id, name, url }, client, api) {
    if (name === undefined && url === undefined)
      throw new ConnectorError("invalid_input", "update needs a name or a url.");
    const before = await find(api, keyOf(file, client), needed(id, "id", "update"));
    const after = { ...before, ...(name === undefined ? {} : { name }), ...(url === undefined ? {} : { url }) };
    return {
      summary: `Change dev resource ${before.id} of node ${before.node_id}: ${told(before)} becomes ${told(after)}.`,
      state: { before, after },
      async apply() {
        const { errors } = await api.putDevResource({ id: before.id, name: after.name, url: after.url });
        assertNone(errors);
        return done(`Changed dev resource ${before.id}.`);
      },
    };
  },
  async delete({ file, id }, client, api) {
    const key = keyOf(file, client);
    const resource = await find(api, key, needed(id, "id", "delete"));
    return {
      summary: `Remove ${told(resource)} from node ${resource.node_id} of file ${key}.`,
      state: resource,
      async apply() {
        await api.deleteDevResource(key, resource.id);
        return done(`Removed dev resource ${resource.id}.`);
      },
    };
  },
};

const told = ({ name, url }: Pick<DevResource, "name" | "url">) => `${name} (${url})`;

/** Figma answers 200 to what it did not do. */
function assertNone(errors: ReadonlyArray<{ readonly error: string }> | undefined): void {
  const [first] = errors ?? [];
  if (first !== undefined)
    throw new ConnectorError("invalid_input", `Figma did not do it: ${first.error.replace(/\.$/, "")}.`);
}

async function find(api: FigmaApi, key: string, id: string): Promise<DevResource> {
  const { dev_resources } = await api.devResources(key);
  const found = dev_resources.find((resource) => resource.id === id);
  if (found !== undefined) return found;
  throw new ConnectorError(
    "not_found",
    `File ${key} has no dev resource ${id}. figma_dev_resources_read lists those that there are.`,
  );
}
