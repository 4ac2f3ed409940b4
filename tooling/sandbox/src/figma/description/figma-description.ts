import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";
import { OpenApiDescription, type OpenApiDocument } from "../../description/open-api-description.ts";
import { byDiscriminator } from "./by-discriminator.ts";

const file = createRequire(import.meta.url).resolve("@figma/rest-api-spec/openapi/openapi.yaml");

/** Figma's own description of its REST API, from `@figma/rest-api-spec`. */
export class FigmaDescription extends OpenApiDescription {
  constructor() {
    const document = parse(readFileSync(file, "utf8")) as OpenApiDocument;
    byDiscriminator(document);
    mend(document);
    super(document);
  }
}

interface Answers {
  readonly components: { readonly responses: Readonly<Record<string, ReturnType<typeof schemaOf>>> };
}

function schemaOf(properties: Record<string, { additionalProperties: object }>, required: string[]) {
  return { content: { "application/json": { schema: { properties, required } } } };
}

/** Where the schema says otherwise than the words beside it. */
function mend(document: OpenApiDocument): void {
  const { responses } = (document as unknown as Answers).components;
  // "The nodes map may contain values that are null."
  const nodes = responses.GetFileNodesResponse?.content["application/json"].schema.properties.nodes;
  if (nodes !== undefined) nodes.additionalProperties = { anyOf: [nodes.additionalProperties, { type: "null" }] };
  // It asks for `links_created`, which only the answer to POST has.
  const updated = responses.PutDevResourcesResponse?.content["application/json"].schema;
  updated?.required.splice(0, updated.required.length, "links_updated");
  // It asks for a `team_id`, which it does not describe and which webhooks of projects and files do not have.
  const { put } = document.paths["/v2/webhooks/{webhook_id}"] ?? {};
  const changed = put?.requestBody?.content["application/json"]?.schema as { required?: string[] } | undefined;
  changed?.required?.splice(0, changed.required.length, "event_type", "endpoint", "passcode");
}
