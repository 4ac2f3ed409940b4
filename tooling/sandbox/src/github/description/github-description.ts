import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { OpenApiDescription, type OpenApiDocument } from "../../description/open-api-description.ts";
import { nullAsType } from "./null-as-type.ts";

const file = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");

/** Variables of paths that may hold slashes; the path of contents may be empty, which is the root. */
const long = /\{(ref|basehead|dir)\}/g;

/** GitHub's own description of its REST API, from `@octokit/openapi`. Reading its 13 megabytes takes half a second, once. */
export class GithubDescription extends OpenApiDescription {
  constructor() {
    const document = JSON.parse(readFileSync(file, "utf8")) as OpenApiDocument;
    nullAsType(document);
    super(document, matcher);
  }
}

function matcher(path: string): RegExp {
  return new RegExp(
    `^${path
      .replaceAll(".", "\\.")
      .replace("/contents/{path}", "/contents(?:/(.*))?")
      .replace(long, "(.+)")
      .replaceAll(/\{[^}]+\}/g, "([^/]+)")}$`,
  );
}
