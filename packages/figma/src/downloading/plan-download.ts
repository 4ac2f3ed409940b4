import type { CallContext } from "@drawbridge/core";
import type { Figma } from "../client/figma.ts";
import { fileName } from "./file-name.ts";
import { type DownloadInput, wantedPictures } from "./wanted-pictures.ts";

/** What a download would write, for the person who is asked. */
export async function planDownload(input: DownloadInput, context: CallContext<Figma>) {
  context.client.downloads.assertBelow(input.directory);
  const { key, pictures } = await wantedPictures(input, context);
  const there = context.client.downloads.names(input.directory);
  const lines = pictures.map(({ node, source }) => {
    if (source === undefined) return `nothing for ${node.id} (${node.name}), which has no image`;
    const isFill = "fill" in source;
    const name = fileName(node.name, node.id, isFill ? "…" : input.format);
    const isThere = [...there].some((one) => one.startsWith(name.slice(0, name.lastIndexOf(".") + 1)));
    return `${name}${isFill ? " (an image of the design)" : ""}${isThere ? (input.overwrite ? ", replacing what is there" : ", which may be there already") : ""}`;
  });
  const summary = `Write into ${input.directory} below the download directory, of file ${key}:\n${lines.join("\n")}`;
  return { summary, state: JSON.stringify([key, lines]) };
}
