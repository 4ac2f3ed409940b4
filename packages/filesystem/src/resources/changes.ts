import { type CallContext, defineResource } from "@drawbridge/core";
import type { Files } from "../files.ts";

/** What changed under the roots, for whoever wants to hear of it. */
export const changes = defineResource({
  name: "changes",
  title: "Changes",
  description:
    "What was created, modified and removed under the roots since this was first read or subscribed to, as JSON: the newest " +
    "changes, each path as tools take it, and nextCursor. Read next to be told only of what comes after. Of a folder that " +
    "is gone the folder alone is named.",
  uriTemplate: "drawbridge://filesystem/changes",
  mimeType: "application/json",
  like: "fs_list",
  async read(_, context: CallContext<Files>) {
    const { changeList } = await import("../changes/change-list.ts");
    return { body: await changeList(undefined, context) };
  },
  async watch(_, listener, { client, log }: CallContext<Files>) {
    const { changedPath } = await import("../changes/changed-path.ts");
    const changing = await client.changes();
    const watch = changing.listen({
      wants: (change) => changedPath(client, change) !== undefined,
      changed: () => listener.changed(),
    });
    await changing.begin(log);
    return watch;
  },
});
