import { UriTemplate } from "@modelcontextprotocol/server";
import type { Host } from "../../hosts/host.ts";
import type { Example } from "../trial/example.ts";
import type { Trial } from "../trial/trial.ts";
import type { Check } from "./check.ts";

/** A tool that is taken away is gone, and what gives the same under another name goes with it. */
export const filterIsKept: Check = {
  name: "has no tool, and no resource like it, that --tools takes away",
  async find(trial) {
    const { tools, resources = [] } = trial.connector;
    const names = tools.map(({ name }) => name);
    const strays = resources.filter(({ like }) => like !== undefined && !names.includes(like));
    const faults = strays.map(({ name, like }) => `The resource ${name} is like ${like}, which is no tool`);
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
  for (const uri of await addressesLike(trial, name)) {
    if (await canRead(host, uri)) faults.push(`${uri} can be read without ${name}`);
  }
  return faults;
}

/** An address of each resource that gives what the tool gives, where there is one to be known. */
async function addressesLike(trial: Trial, name: string): Promise<readonly string[]> {
  const { resources = [] } = trial.connector;
  if (!resources.some(({ like }) => like === name)) return [];
  await using host = await trial.serve();
  const uris = (await host.listResources()).map(({ uri }) => uri);
  // Of several templates that match an address, the first declared one is meant.
  const templates = resources.map(({ uriTemplate, like }) => ({ like, template: new UriTemplate(uriTemplate) }));
  const meant = (uri: string) => templates.find(({ template }) => template.match(uri) !== null);
  const alike = templates.filter(({ like }) => like === name);
  return alike.flatMap((resource) => uris.find((uri) => meant(uri) === resource) ?? []);
}

function canRead(host: Host, uri: string): Promise<boolean> {
  return host.readResource(uri).then(
    () => true,
    () => false,
  );
}
