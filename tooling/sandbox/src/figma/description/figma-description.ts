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
    super(document);
  }
}
