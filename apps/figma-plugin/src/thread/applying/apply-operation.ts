import type { Operation, OperationKind, OperationOf } from "@drawbridge/figma/operations";
import { flowchartOperations } from "@drawbridge/figma/operations";
import { applyProps } from "./apply-props.ts";
import { boolean, clone, flatten, group, move, remove, reorder } from "./arrange.ts";
import { componentProperty, setProperties, swap, variants } from "./component-operations.ts";
import { create } from "./create.ts";
import { annotate, reactions } from "./prototype-operations.ts";
import type { Stage } from "./stage.ts";
import { style } from "./style-operation.ts";
import { collection, variable } from "./variable-operations.ts";

type Apply<Kind extends OperationKind> = (stage: Stage, operation: OperationOf<Kind>) => void | Promise<void>;

/** How each kind is done; each records on the stage what undoes it. */
const kinds: { readonly [Kind in OperationKind]: Apply<Kind> } = {
  create,
  set: (stage, { node, props }) => applyProps(stage, stage.scene(node), props),
  clone,
  move,
  reorder,
  group,
  boolean,
  flatten,
  remove,
  collection,
  variable,
  style,
  component_property: componentProperty,
  properties: setProperties,
  swap,
  variants,
  reactions,
  annotate,
  async mermaid(stage, operation) {
    for (const one of flowchartOperations(operation)) await applyOperation(stage, one);
  },
};

/** Does one operation. @throws Problem, or whatever Figma throws */
export function applyOperation<Kind extends OperationKind>(
  stage: Stage,
  operation: OperationOf<Kind>,
): void | Promise<void> {
  const apply = kinds[operation.op as Kind] as unknown as (stage: Stage, operation: Operation) => void | Promise<void>;
  return apply(stage, operation as Operation);
}
