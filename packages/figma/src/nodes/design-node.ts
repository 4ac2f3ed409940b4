import type {
  CanvasNode,
  ComponentNode,
  Effect,
  FrameNode,
  InstanceNode,
  Paint,
  TextNode,
  TypeStyle,
  VariableAlias,
} from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";

type Frame = Omit<FrameNode, "type" | "children" | "styles" | "boundVariables">;
type Text = Omit<TextNode, keyof FrameNode | "type">;
type Instance = Pick<InstanceNode, "componentId" | "componentProperties" | "overrides">;
type Main = Pick<ComponentNode, "componentPropertyDefinitions">;
type Canvas = Pick<CanvasNode, "flowStartingPoints" | "prototypeStartNodeID">;
type Bound = Readonly<
  Record<string, VariableAlias | readonly VariableAlias[] | Readonly<Record<string, VariableAlias>>>
>;

/** A node of whatever type, with what any type may have: what walks whole trees asks for a field, not for a type. */
export interface DesignNode extends Partial<Frame>, Partial<Text>, Partial<Instance>, Partial<Main>, Partial<Canvas> {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly children?: DesignNode[];
  readonly fills?: Paint[];
  readonly effects?: Effect[];
  readonly style?: TypeStyle;
  /** Style ids by what they style: `fill`, `stroke`, `text`, `effect`, `grid`. */
  readonly styles?: Readonly<Record<string, string>>;
  readonly boundVariables?: Bound;
}

/** The root of a document, for walking. */
export function rootOf({ document }: FigmaDocument): DesignNode {
  // The vendor's union of thirty types has all of these fields, spread over its members.
  return document as unknown as DesignNode;
}
