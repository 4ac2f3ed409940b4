import type { DocumentNode, PageNode, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { entityOf } from "./make-prototype.ts";
import { type Members, stored, told } from "./members.ts";
import type { Session } from "./session.ts";

export const pageMembers: Members<NodeRecord, Omit<PageNode, "on" | "off" | "once">> = {
  selection: {
    get: (page, session) =>
      ((page.values.selection as readonly NodeRecord[] | undefined) ?? [])
        .filter((node) => !node.removed && node.page === page)
        .map((node) => session.handle<SceneNode>(node)),
    set(page, value, session) {
      const nodes = value.map((node) => entityOf<NodeRecord>(node));
      const stray = nodes.find((node) => node.removed || node.page !== page);
      if (stray) throw new Error(`The node "${stray.id}" is not on this page`);
      // A selection is nobody's change of the document: it is in no undo step.
      page.values.selection = Object.freeze(nodes);
      session.file.selected(page);
    },
  },
  loadAsync: async (page, session) => {
    session.pages.add(page);
  },
  backgrounds: stored<PageNode["backgrounds"]>([
    { type: "SOLID", color: { r: 0.96, g: 0.96, b: 0.96 }, visible: true, opacity: 1 },
  ]),
  flowStartingPoints: stored<PageNode["flowStartingPoints"]>([]),
  isPageDivider: told(() => false),
};

/** Changes of one page, which are told without all pages being loaded. */
export const pageEvents = {
  on(page: NodeRecord, session: Session, _type: string, listener: (event?: unknown) => void) {
    session.events?.onPage(page, listener);
  },
  off(page: NodeRecord, session: Session, _type: string, listener: (event?: unknown) => void) {
    session.events?.offPage(page, listener);
  },
};

export const documentMembers: Members<NodeRecord, Pick<DocumentNode, "children" | "documentColorProfile">> = {
  children: told((node, session) => node.children.map((page) => session.handle<PageNode>(page))),
  documentColorProfile: told(() => "SRGB" as const),
};
