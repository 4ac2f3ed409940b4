import { type CallContext, ConnectorError, defineResource } from "@drawbridge/core";
import type { Files } from "../files.ts";

const start = "drawbridge://filesystem/changes?since=";

/** What changed since an earlier answer. */
export const changesSince = defineResource({
  name: "changes_since",
  title: "Changes since",
  description:
    "What was created, modified and removed under the roots since nextCursor of an earlier answer, as JSON with the next " +
    "one. Where more is true, go on at once. Where tooOld is there, changes were missed: list the folders anew.",
  uriTemplate: `${start}{cursor}`,
  mimeType: "application/json",
  like: "fs_list",
  async read(uri, context: CallContext<Files>) {
    if (!uri.startsWith(start)) throw new ConnectorError("not_found", `Write it as ${start}{cursor}.`);
    const { changeList } = await import("../changes/change-list.ts");
    return { body: await changeList(uri.slice(start.length), context) };
  },
});
