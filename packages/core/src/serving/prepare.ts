import type { Choices } from "../define/choices.ts";
import type { Connector } from "../define/connector.ts";
import type { Definitions } from "../definitions/definitions.ts";
import type { Access } from "../effects/access.ts";
import { accessAdmits } from "../effects/access-admits.ts";
import { preparePrompt } from "./prepare-prompt.ts";
import { prepareResource } from "./prepare-resource.ts";
import { prepareTool } from "./prepare-tool.ts";
import type { Prepared } from "./prepared.ts";
import { readPackage } from "./read-package.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Makes a connector ready to be served: schemas, lists and operations, once for all connections.
 *
 * @param built what the program was built with, for a quick start; see `prepareTool`
 * @param choices what the options leave to choose from
 */
export function prepare(
  connector: Connector,
  runtime: Pick<Runtime, "access" | "toolFilter">,
  built?: Definitions,
  choices: Choices = {},
): Prepared {
  const { version, command } = readPackage(connector.package);
  const listings = new Map(built?.tools.map((listing) => [listing.name, listing]));
  const tools = connector.tools.map((tool) => prepareTool(tool, listings.get(tool.name), choices));
  const isLeftIn = ({ like = [] }: { readonly like?: string | readonly string[] | undefined }) =>
    [like].flat().every((name) => runtime.toolFilter(name));
  const prompts = (connector.prompts ?? []).map((prompt) => ({ ...preparePrompt(prompt, choices), like: prompt.like }));
  const servedPrompts = prompts.filter(isLeftIn);
  const resources = (connector.resources ?? []).map((resource) => ({
    ...prepareResource(resource),
    like: resource.like,
  }));
  const granted = tools.filter(
    ({ operation }) => runtime.toolFilter(operation.name) && accessAdmits(runtime.access, operation.lowestEffect),
  );
  const listedFor = (access: Access) =>
    granted.filter(({ operation }) => accessAdmits(access, operation.lowestEffect)).map(({ listing }) => listing);
  const listed = { read: listedFor("read"), write: listedFor("write"), full: listedFor("full") };
  return {
    definitions: {
      version: 1,
      connector: connector.name,
      title: connector.title,
      instructions: connector.instructions ?? null,
      tools: tools.map(({ definition }) => definition),
      resources: resources.map(({ listing }) => listing),
      prompts: prompts.map(({ definition }) => definition),
    },
    identity: { name: command, title: connector.title, version },
    instructions: connector.instructions,
    provenance: { origin: command, trust: "untrusted" },
    toolListings: (access) => listed[access],
    tools: new Map(tools.map(({ operation }) => [operation.name, operation])),
    resources: resources.filter(isLeftIn),
    promptListings: servedPrompts.map(({ listing }) => listing),
    prompts: new Map(servedPrompts.map(({ operation }) => [operation.name, operation])),
    promptCompletions: new Map(servedPrompts.map(({ operation, completions }) => [operation.name, completions])),
  };
}
