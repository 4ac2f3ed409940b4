export { effectOf, effectOfPlan } from "./effect-of.ts";
export { flowchartOperations } from "./mermaid/flowchart-operations.ts";
export { type Operation, type OperationKind, type OperationOf, operationKinds, operationSchema } from "./operation.ts";
export type { EffectFields } from "./props/effect.ts";
export type { LayoutFields, PlacementFields } from "./props/layout.ts";
export type { PaintInput } from "./props/paint.ts";
export type { Props } from "./props/props.ts";
export type { LettersFields, RangeFields, TextFields } from "./props/text.ts";
export { isRef, nodesUsed, perhapsNodes, refMade } from "./refs-of.ts";
