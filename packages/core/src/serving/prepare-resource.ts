import type { Resource, ResourceEntry } from "../define/resource.ts";
import type { Call } from "../pipeline/call.ts";
import type { Operation } from "../pipeline/operation.ts";
import type { Reply } from "../pipeline/reply.ts";
import { callContext } from "./call-context.ts";
import { prepareCompletions } from "./prepare-completions.ts";
import type { PreparedResource } from "./prepared.ts";
import { UriTemplate } from "./uri-template.ts";

/** A resource made ready: reading, listing and completing it are operations like any tool's call. */
export function prepareResource(resource: Resource<unknown>): PreparedResource {
  const { name, title, description, uriTemplate, mimeType } = resource;
  const template = new UriTemplate(uriTemplate);
  const isTemplate = template.variables.length > 0;
  const lists = resource.list !== undefined || !isTemplate;
  return {
    name,
    listing: { name, title, description, uriTemplate, ...(mimeType === undefined ? {} : { mimeType }) },
    uriTemplate,
    isTemplate,
    matches: (uri) => template.matches(uri),
    read: reading("resource", name, (call) => read(resource, call)),
    watch: resource.watch?.bind(resource),
    watchList: resource.watchList?.bind(resource),
    list: lists ? reading("list", name, (call) => list(resource, call)) : undefined,
    completions: prepareCompletions(name, template.variables, resource.complete?.bind(resource)),
  };
}

function reading(kind: Operation["kind"], name: string, invoke: (call: Call) => Promise<Reply>): Operation {
  return { kind, name, title: name, lowestEffect: "read", effectOf: () => "read", parse: (input) => input, invoke };
}

async function read(resource: Resource<unknown>, call: Call): Promise<Reply> {
  const uri = call.input as string;
  const { body, mimeType = resource.mimeType, facts } = await resource.read(uri, await callContext(call));
  return { kind: "resource", uri, mimeType, body, ...(facts === undefined ? {} : { facts }) };
}

async function list(resource: Resource<unknown>, call: Call): Promise<Reply> {
  const all = resource.list === undefined ? [itself(resource)] : await resource.list(await callContext(call));
  return { kind: "list", items: all.slice(call.input as number) };
}

/** What stands at one address alone is listed as that; for families there are templates. */
function itself({ uriTemplate: uri, name, title, description, mimeType }: Resource<unknown>): ResourceEntry {
  return { uri, name, title, description, ...(mimeType === undefined ? {} : { mimeType }) };
}
