import { flowchartOperations } from "../operations/mermaid/flowchart-operations.ts";
import type { Operation } from "../operations/operation.ts";
import { isRef, nodesUsed, refMade } from "../operations/refs-of.ts";
import { checkCreate, checkEditor, factsOfCreated } from "./check-create.ts";
import {
  checkMermaid,
  checkMove,
  checkProperty,
  checkReactions,
  checkStyle,
  checkVariable,
  checkVariants,
} from "./check-others.ts";
import { checkParent } from "./check-parent.ts";
import { checkProps } from "./check-props.ts";
import { type FactsOf, Scene } from "./scene.ts";
import { type Broken, broken, type Violation } from "./violation.ts";

/**
 * The first operation of a plan that would break one of Figma's rules; undefined where none is known to. Checked before anything is done, so that
 * a mistake at the end costs nothing. What `factsOf` does not know is left to Figma.
 */
export function checkPlan(
  operations: readonly Operation[],
  factsOf: FactsOf = () => undefined,
  editor?: string,
): Violation | undefined {
  const scene = new Scene(factsOf);
  for (const [index, operation] of operations.entries()) {
    const found = checkRefs(scene, operation) ?? check(scene, operation, editor);
    if (found) return { operation: index, ...found };
    advance(scene, operation);
  }
  return undefined;
}

function checkRefs(scene: Scene, operation: Operation): Broken | undefined {
  const missing = nodesUsed(operation).find((name) => isRef(name) && !scene.has(name));
  if (missing !== undefined) {
    return broken(
      "references are made before they are used",
      `No earlier operation made ${missing}`,
      `Give the operation that makes it "ref":"${missing}".`,
    );
  }
  const gone = operation.op === "remove" ? undefined : nodesUsed(operation).find((name) => scene.isGone(name));
  if (gone !== undefined) {
    return broken(
      "what was removed is named no more",
      `An earlier operation removes ${gone}`,
      "Remove it after everything that needs it, or leave the removal out.",
    );
  }
  const made = refMade(operation);
  if (made === undefined || !scene.has(made)) return undefined;
  return broken("a reference is made once", `${made} is taken`, "Choose another one.");
}

function check(scene: Scene, operation: Operation, editor: string | undefined): Broken | undefined {
  switch (operation.op) {
    case "create":
      return checkCreate(scene, operation, editor);
    case "set": {
      const facts = scene.facts(operation.node);
      return checkProps(operation.props, facts, facts?.parent === undefined ? undefined : scene.facts(facts.parent));
    }
    case "clone":
      return checkParent(scene, scene.facts(operation.node)?.type, operation.parent);
    case "move":
      return checkParent(scene, scene.facts(operation.node)?.type, operation.parent) ?? checkMove(scene, operation);
    case "boolean":
      return operation.nodes.length > 1
        ? undefined
        : broken("a boolean operation joins two nodes or more", "One node is named", "Name another one.");
    case "variable":
      return checkVariable(operation);
    case "style":
      return checkStyle(operation);
    case "variants":
      return checkEditor("COMPONENT", editor) ?? checkVariants(scene, operation);
    case "component_property":
      return checkProperty(operation);
    case "reactions":
      return checkReactions(operation);
    case "mermaid":
      return checkMermaid(operation, editor);
    default:
      return undefined;
  }
}

/** What is known once an operation is done. */
function advance(scene: Scene, operation: Operation): void {
  switch (operation.op) {
    case "create":
      scene.define(operation.ref, factsOfCreated(operation, scene));
      return;
    case "set": {
      const { layout, name } = operation.props;
      scene.update(operation.node, {
        ...(layout?.mode && { layout: layout.mode }),
        ...(name !== undefined && { name }),
      });
      return;
    }
    case "clone": {
      const facts = scene.facts(operation.node);
      scene.define(operation.ref, { ...facts, parent: operation.parent ?? facts?.parent });
      return;
    }
    case "move":
      if (operation.parent !== undefined) scene.update(operation.node, { parent: operation.parent });
      return;
    case "group":
    case "boolean":
    case "flatten":
    case "variants":
      combine(scene, operation);
      return;
    case "remove":
      for (const node of operation.nodes) scene.remove(node);
      return;
    case "collection":
    case "variable":
    case "style":
      scene.defineEntity(operation.ref);
      return;
    case "mermaid":
      for (const one of flowchart(operation)) scene.define(one, { insideInstance: false });
  }
}

type Combining = Extract<Operation, { op: keyof typeof combined }>;

function combine(scene: Scene, { op, nodes, ref, name }: Combining): void {
  const { parent } = scene.facts(nodes[0]) ?? {};
  for (const node of nodes) {
    if (op === "flatten") scene.remove(node);
    // Without a reference it is not known where they stand.
    else scene.update(node, { parent: ref });
  }
  scene.define(ref, { type: combined[op], parent, name });
}

const combined = {
  group: "GROUP",
  boolean: "BOOLEAN_OPERATION",
  flatten: "VECTOR",
  variants: "COMPONENT_SET",
} as const;

/** The references that a flowchart makes. */
function flowchart(operation: Extract<Operation, { op: "mermaid" }>): string[] {
  return flowchartOperations(operation).flatMap(({ ref }) => ref ?? []);
}
