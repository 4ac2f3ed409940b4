import type {
  AnnotationsMixin,
  FramePrototypingMixin,
  Reaction,
  ReactionMixin,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { frozen } from "./frozen.ts";
import { type Members, stored } from "./members.ts";
import { number, oneOf } from "./rules.ts";

export const reactions: Members<NodeRecord, ReactionMixin> = {
  reactions: {
    get: (node) => (node.get("reactions") as ReactionMixin["reactions"] | undefined) ?? [],
    set() {
      throw new Error("Cannot call with documentAccess: dynamic-page. Use node.setReactionsAsync instead.");
    },
  },
  async setReactionsAsync(node, session, value) {
    for (const reaction of value) assertReaction(reaction, node);
    session.file.write(node, "reactions", frozen(value));
  },
};

function assertReaction({ trigger, actions }: Reaction, node: NodeRecord): void {
  if (!trigger) throw new Error("A reaction needs a trigger");
  if (!actions) throw new Error("A reaction needs actions");
  for (const action of actions) {
    if (action.type !== "NODE" || action.destinationId === null) continue;
    const destination = node.file.nodes.get(action.destinationId);
    if (!destination || destination.removed) throw new Error(`No node with id "${action.destinationId}" to go to`);
    if (action.navigation === "NAVIGATE" && destination.parent?.type !== "PAGE") {
      throw new Error(`The destination "${action.destinationId}" is not a top-level frame`);
    }
  }
}

export const annotations: Members<Entity, AnnotationsMixin> = {
  annotations: stored<AnnotationsMixin["annotations"]>([], (value) => {
    for (const { label, labelMarkdown, properties } of value) {
      if (label !== undefined && labelMarkdown !== undefined)
        throw new Error("Give a label or a labelMarkdown, not both");
      if (label === undefined && labelMarkdown === undefined && !properties?.length) {
        throw new Error("An annotation needs a label or properties");
      }
    }
    return undefined;
  }),
};

export const prototyping: Members<Entity, FramePrototypingMixin> = {
  overflowDirection: stored<FramePrototypingMixin["overflowDirection"]>(
    "NONE",
    oneOf("NONE", "HORIZONTAL", "VERTICAL", "BOTH"),
  ),
  numberOfFixedChildren: stored<number>(0, number(0)),
};
