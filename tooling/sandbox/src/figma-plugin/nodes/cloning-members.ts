import type { SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { cloneNode } from "./clone-node.ts";
import type { Members } from "./members.ts";

export const cloning: Members<NodeRecord, { clone(): SceneNode }> = {
  clone(node, session) {
    // A node that stands where nothing may be added is copied to the page.
    const parent = node.parent && !node.insideInstance && node.parent.type !== "INSTANCE" ? node.parent : node.page;
    const copy = cloneNode(session.file, node, parent ?? session.currentPage);
    session.file.write(copy, "name", node.get("name"));
    return session.handle<SceneNode>(copy);
  },
};
