import type { PlacedNode } from "../nodes/placed-node.ts";
import type { LintedDesign } from "./linted-design.ts";

/** What designers call what is pressed. */
const names =
  /\b(button|btn|link|checkbox|check box|radio|switch|toggle|tab|chip|icon ?button|input|text ?field|select|dropdown|slider|fab|menu ?item|nav ?item)\b/i;

/** Containers of such things are none. */
const containers =
  /\b(group|bar|list|set|row|container|wrapper|section|header|footer|label|icon|text|page|screen|frame|buttons|links|tabs)\b/i;

const pressed = new Set(["ON_CLICK", "ON_PRESS", "ON_DRAG", "MOUSE_DOWN", "MOUSE_UP"]);

/**
 * What a person presses: nodes with an interaction that a press begins, and components that are named as controls. Of nested ones the
 * outermost is the target, unless the inner one has an interaction of its own.
 */
export function targetsOf(design: LintedDesign): ReadonlySet<PlacedNode> {
  const targets = new Set<PlacedNode>();
  const within = new Set<PlacedNode>();
  for (const placed of design.nodes) {
    const { parent } = placed;
    const isWithin = parent !== undefined && within.has(parent);
    const isTarget = design.isSeen(placed) && (isPressed(placed) || (!isWithin && isControl(placed, design)));
    if (isTarget) targets.add(placed);
    if (isTarget || isWithin) within.add(placed);
  }
  return targets;
}

function isPressed({ node }: PlacedNode): boolean {
  const hasPress = node.interactions?.some(({ trigger, actions }) => {
    const isPress = trigger !== null && pressed.has(trigger.type);
    return isPress && (actions === undefined || actions.length > 0);
  });
  return hasPress ?? (node.transitionNodeID !== undefined && node.transitionNodeID !== null);
}

/** By the name of the component that it is or is made of. */
function isControl({ node, parent }: PlacedNode, { document }: LintedDesign): boolean {
  if (node.type !== "INSTANCE" && node.type !== "COMPONENT") return false;
  const component = document.components[node.type === "COMPONENT" ? node.id : (node.componentId ?? "")];
  const set = document.componentSets[component?.componentSetId ?? ""]?.name;
  const own = set ?? (parent?.node.type === "COMPONENT_SET" ? parent.node.name : (component?.name ?? node.name));
  const last = own.split("/").at(-1) ?? own;
  return names.test(last) ? !containers.test(last.replace(names, "")) : false;
}
