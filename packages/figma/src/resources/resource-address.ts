import { ConnectorError } from "@drawbridge/core";
import { nodeId } from "../files/node-id.ts";

/** What a resource's address names. */
export interface ResourceAddress {
  /** As tools take it. */
  readonly file: string;
  readonly node?: string;
}

/** @throws ConnectorError `invalid_input` */
export function resourceAddress(address: string): ResourceAddress {
  const [, file = "", node] = /^figma:\/\/([^/]+)(?:\/nodes\/([^/]+))?$/.exec(address) ?? [];
  const [name, id] = [decoded(file), node === undefined ? undefined : nodeId(decoded(node))];
  const isFile = name !== "" && !/[/\\]|:\/\//.test(name);
  if (!isFile || (node !== undefined && id === undefined))
    throw new ConnectorError(
      "invalid_input",
      "Addresses are figma://KEY and figma://KEY/nodes/12:34, with a file's key, or the name of a local file.",
    );
  return { file: name, ...(id === undefined ? {} : { node: id }) };
}

/** A file's address, by its key or the name of a local one. */
export function addressOfFile(file: string): string {
  return `figma://${encodeURIComponent(file)}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
