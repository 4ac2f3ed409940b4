import { ConnectorError, sha256 } from "@drawbridge/core";
import type { GetFileResponse } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";

/** A file that somebody saved from the API, as `GET /v1/files/{key}` answers. */
export function readJsonFile(bytes: Buffer, name: string): FigmaDocument {
  const file = parsed(bytes, name);
  if (file.document?.type !== "DOCUMENT" || !Array.isArray(file.document.children))
    throw new ConnectorError(
      "invalid_input",
      `${name} is JSON, but not a document of Figma's API: it has no document with pages.`,
    );
  return {
    key: name,
    name: file.name ?? name,
    version: sha256(bytes).slice(0, 16),
    lastModified: file.lastModified ?? new Date(0).toISOString(),
    document: file.document,
    components: file.components ?? {},
    componentSets: file.componentSets ?? {},
    styles: file.styles ?? {},
    source: "rest",
  };
}

function parsed(bytes: Buffer, name: string): Partial<GetFileResponse> {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    if (typeof value === "object" && value !== null) return value as Partial<GetFileResponse>;
  } catch (cause) {
    throw new ConnectorError("invalid_input", `${name} is no JSON that can be read.`, { cause });
  }
  throw new ConnectorError("invalid_input", `${name} is JSON, but not a document of Figma's API.`);
}
