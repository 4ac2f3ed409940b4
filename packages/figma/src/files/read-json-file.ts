import { ConnectorError, sha256 } from "@drawbridge/core";
import type { GetFileResponse } from "@figma/rest-api-spec";
import { assertBounded } from "../documents/assert-bounded.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { isTree } from "../documents/is-tree.ts";

/** A file that somebody saved from the API, as `GET /v1/files/{key}` answers. */
export function readJsonFile(bytes: Buffer, name: string): FigmaDocument {
  const file = parsed(bytes, name);
  const { document } = file;
  if (!isTree(document) || document.type !== "DOCUMENT" || document.children === undefined)
    throw new ConnectorError(
      "invalid_input",
      `${name} is JSON, but not a document of Figma's API: it has no document with pages.`,
    );
  assertBounded(document);
  return {
    key: name,
    name: file.name ?? name,
    version: sha256(bytes).slice(0, 16),
    lastModified: file.lastModified ?? new Date(0).toISOString(),
    document,
    components: file.components ?? {},
    componentSets: file.componentSets ?? {},
    styles: file.styles ?? {},
    source: "rest",
  };
}

function parsed(bytes: Buffer, name: string): Partial<GetFileResponse> {
  try {
    const value: unknown = JSON.parse(withoutMark(bytes).toString("utf8"));
    if (typeof value === "object" && value !== null) return value as Partial<GetFileResponse>;
  } catch (cause) {
    throw new ConnectorError("invalid_input", `${name} is no JSON that can be read.`, { cause });
  }
  throw new ConnectorError("invalid_input", `${name} is JSON, but not a document of Figma's API.`);
}

/** Editors and shells of Windows put a byte order mark before what they save. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
