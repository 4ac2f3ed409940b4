import type { OperationOf } from "@drawbridge/figma/operations";
import type {
  Action,
  Annotation,
  AnnotationPropertyType,
  Reaction,
  Transition,
  Trigger,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import type { Stage } from "./stage.ts";

type Wanted = OperationOf<"reactions">["reactions"][number];

export async function reactions(stage: Stage, operation: OperationOf<"reactions">): Promise<void> {
  const node = stage.scene(operation.node);
  if (!("setReactionsAsync" in node)) throw new Problem("invalid", `A ${node.type} reacts to nothing`);
  const before = node.reactions;
  stage.back(node, () => ({ do: "reactions", id: node.id, reactions: before }));
  if (!stage.isOwn(node)) stage.log.changed(node, "reactions", before);
  const wanted = operation.reactions.map((one) => reactionOf(stage, one));
  await stage.wait(() => node.setReactionsAsync(wanted));
}

function reactionOf(stage: Stage, wanted: Wanted): Reaction {
  return { trigger: triggerOf(wanted), actions: [actionOf(stage, wanted)] };
}

function triggerOf({ trigger, seconds }: Wanted): Trigger {
  return trigger === "AFTER_TIMEOUT" ? { type: trigger, timeout: seconds ?? 1 } : { type: trigger };
}

function actionOf(stage: Stage, { action, to, url, transition }: Wanted): Action {
  if (action === "BACK" || action === "CLOSE") return { type: action };
  if (action === "URL") {
    if (!url) throw new Problem("invalid", "The action URL needs a url");
    return { type: "URL", url };
  }
  if (!to) throw new Problem("invalid", `The action ${action} needs a node to go to`, { mend: "Name it with to." });
  return {
    type: "NODE",
    destinationId: stage.scene(to).id,
    navigation: action,
    transition: transitionOf(transition),
    preserveScrollPosition: false,
  };
}

function transitionOf(transition: Wanted["transition"]): Transition | null {
  if (!transition) return null;
  const { type, direction, seconds } = transition;
  const common = { easing: { type: "EASE_OUT" }, duration: seconds ?? 0.3 } as const;
  if (type === "DISSOLVE" || type === "SMART_ANIMATE") return { type, ...common };
  return { type, direction: direction ?? "LEFT", matchLayers: false, ...common };
}

export function annotate(stage: Stage, operation: OperationOf<"annotate">): void {
  const node = stage.scene(operation.node);
  if (!("annotations" in node)) throw new Problem("invalid", `A ${node.type} takes no annotations`);
  const before = node.annotations.map(plain);
  stage.back(node, () => ({ do: "annotations", id: node.id, annotations: before }));
  if (!stage.isOwn(node)) stage.log.changed(node, "annotations", before);
  node.annotations = operation.annotations.map(({ label, properties }) => ({
    ...(label !== undefined && { labelMarkdown: label }),
    ...(properties && { properties: properties.map((type) => ({ type: type as AnnotationPropertyType })) }),
  }));
}

/** Figma tells a label in both forms, and takes one of them. */
function plain({ labelMarkdown, label, ...rest }: Annotation): Annotation {
  const text = labelMarkdown ?? label;
  return { ...rest, ...(text !== undefined && { labelMarkdown: text }) };
}
