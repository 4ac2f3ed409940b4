import { type CallContext, ConnectorError } from "@drawbridge/core";
import type { Node } from "@figma/rest-api-spec";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { findNodes } from "../documents/find-nodes.ts";
import { type PictureSource, pictureSource } from "./picture-source.ts";

/** What a call of figma_download asks for. */
export interface DownloadInput {
  readonly file: string;
  readonly nodes?: readonly string[] | undefined;
  readonly directory: string;
  readonly what: "auto" | "render" | "fill";
  readonly format: "png" | "jpg" | "svg" | "pdf";
  readonly scale: number;
  readonly overwrite: boolean;
}

export interface WantedPicture {
  readonly node: Node;
  /** Undefined where there is nothing of what is wanted. */
  readonly source: PictureSource | undefined;
}

/** The nodes of which pictures are wanted, and where those come from. */
export async function wantedPictures(
  { file, nodes, what }: DownloadInput,
  context: CallContext<FigmaClient>,
): Promise<{
  readonly key: string;
  readonly version: string | undefined;
  /** The path of a file on this machine, whose pictures are in it. */
  readonly local: string | undefined;
  readonly pictures: readonly WantedPicture[];
}> {
  const { client } = context;
  const found = client.source(file);
  const local = "local" in found ? found.local : undefined;
  const { key, node, version } = "remote" in found ? found.remote : { key: file, node: undefined, version: undefined };
  const ids = nodes ?? (node === undefined ? undefined : [node]);
  if (ids === undefined)
    throw new ConnectorError("invalid_input", "Name nodes to download, or give an address with a node-id.");
  const { document } = await client.document(file, { ...callOf(context), nodes: ids });
  const there = findNodes(document, ids);
  const pictures = ids.flatMap((id) => {
    const one = there.get(id);
    return one === undefined ? [] : [{ node: one, source: pictureSource(one, what) }];
  });
  return { key, version, local, pictures };
}
