import { UriTemplate } from "@drawbridge/core";
import type { Host } from "../../hosts/host.ts";
import type { Example } from "../trial/example.ts";
import type { Trial } from "../trial/trial.ts";
import type { Check } from "./check.ts";

interface Like {
  readonly like?: string | readonly string[] | undefined;
}

const likes = ({ like = [] }: Like) => [like].flat();

/** A tool that is taken away is gone, and what gives the same under another name goes with it. */
export const filterIsKept: Check = {
  name: "has no tool, and no resource or prompt like it, that --tools takes away",
  async find(trial) {
    const { tools, resources = [], prompts = [] } = trial.connector;
    const names = tools.map(({ name }) => name);
    const strays = (kind: string, all: ReadonlyArray<Like & { readonly name: string }>) =>
      all.flatMap((one) =>
        likes(one)
          .filter((like) => !names.includes(like))
          .map((like) => `The ${kind} ${one.name} is like ${like}, which is no tool`),
      );
    const faults = [...strays("resource", resources), ...strays("prompt", prompts)];
    for (const tool of tools) faults.push(...(await faultsWithout(trial, tool)));
    return faults;
  },
};

async function faultsWithout(trial: Trial, { name }: Example["tool"]): Promise<readonly string[]> {
  await using host = await trial.serve({ tools: `!${name}` });
  const faults: string[] = [];
  if ((await host.listTools()).some((tool) => tool.name === name)) faults.push(`${name} is listed without it`);
  const { input } = trial.examples.find(({ tool }) => tool.name === name) ?? {};
  const { meta } = await host.callTool(name, input);
  if (meta.code !== "refused") faults.push(`${name} can be called without it`);
  const alike = trial.connector.prompts?.filter((prompt) => likes(prompt).includes(name)) ?? [];
  const listed = alike.length === 0 ? [] : (await host.listPrompts()).map((prompt) => prompt.name);
  for (const prompt of alike) if (listed.includes(prompt.name)) faults.push(`${prompt.name} is listed without ${name}`);
  for (const uri of await addressesLike(trial, name)) {
    if (await canRead(host, uri)) faults.push(`${uri} can be read without ${name}`);
  }
  return faults;
}

/** An address of each resource that gives what the tool gives, where there is one to be known. */
async function addressesLike(trial: Trial, name: string): Promise<readonly string[]> {
  const { resources = [] } = trial.connector;
  if (!resources.some((resource) => likes(resource).includes(name))) return [];
  await using host = await trial.serve();
  const uris = (await host.listResources()).map(({ uri }) => uri);
  // Of several templates that match an address, the first declared one is meant.
  const templates = resources.map((resource) => ({
    like: likes(resource),
    template: new UriTemplate(resource.uriTemplate),
  }));
  const meant = (uri: string) => templates.find(({ template }) => template.matches(uri));
  const alike = templates.filter(({ like }) => like.includes(name));
  return alike.flatMap((resource) => uris.find((uri) => meant(uri) === resource) ?? []);
}

function canRead(host: Host, uri: string): Promise<boolean> {
  return host.readResource(uri).then(
    () => true,
    () => false,
  );
}
