import type {
  Annotation,
  Paint,
  Reaction,
  StyledTextSegment,
  VariableValue,
} from "@figma/plugin-typings/plugin-api-standalone.js";

/** How letters of a stretch were set. */
export type Letters = Pick<
  StyledTextSegment,
  | "characters"
  | "start"
  | "end"
  | "fontName"
  | "fontSize"
  | "lineHeight"
  | "letterSpacing"
  | "textCase"
  | "textDecoration"
  | "fills"
  | "textStyleId"
  | "fillStyleId"
  | "hyperlink"
>;

/** Where a node stood, and how large it was. */
export interface Geometry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly horizontal?: "FIXED" | "HUG" | "FILL";
  readonly vertical?: "FIXED" | "HUG" | "FILL";
  readonly autoResize?: "NONE" | "WIDTH_AND_HEIGHT" | "HEIGHT" | "TRUNCATE";
}

/** Whichever of them it is, what was made can be removed again. */
export type Kind = "node" | "variable" | "collection" | "style";

/**
 * One step of the way back: what undoes one thing that an operation did. Steps are plain values, so that they outlive the plugin: they are kept in the
 * document until the plan is done, and what a closed plugin left behind is taken back by the next one.
 */
export type Step =
  | { readonly do: "remove"; readonly kind: Kind; readonly id: string }
  | { readonly do: "set"; readonly kind: Kind; readonly id: string; readonly key: string; readonly value: unknown }
  | { readonly do: "geometry"; readonly id: string; readonly geometry: Geometry }
  | {
      readonly do: "place";
      readonly id: string;
      readonly parent: string;
      readonly index: number;
      readonly geometry: Geometry;
    }
  | {
      readonly do: "letters";
      readonly id: string;
      /** Of a node that holds its letters in a part: which part, a cell by row and column. */
      readonly cell?: readonly [number, number];
      readonly font: StyledTextSegment["fontName"];
      readonly segments: readonly Letters[];
    }
  | {
      readonly do: "range fills";
      readonly id: string;
      readonly start: number;
      readonly end: number;
      readonly fills: readonly Paint[];
    }
  | { readonly do: "bind"; readonly id: string; readonly field: string; readonly variable: string | null }
  | {
      readonly do: "style";
      readonly id: string;
      readonly of: "Fill" | "Stroke" | "Text" | "Effect" | "Grid";
      readonly style: string;
    }
  | { readonly do: "mode"; readonly id: string; readonly collection: string; readonly mode: string | null }
  | { readonly do: "value"; readonly variable: string; readonly mode: string; readonly value: VariableValue }
  | { readonly do: "rename mode"; readonly collection: string; readonly mode: string; readonly name: string }
  | { readonly do: "remove mode"; readonly collection: string; readonly mode: string }
  | { readonly do: "delete property"; readonly id: string; readonly name: string }
  | {
      readonly do: "edit property";
      readonly id: string;
      readonly name: string;
      readonly rename: string;
      readonly value: string | boolean;
    }
  | { readonly do: "properties"; readonly id: string; readonly properties: Readonly<Record<string, string | boolean>> }
  | { readonly do: "swap"; readonly id: string; readonly component: string }
  | { readonly do: "reactions"; readonly id: string; readonly reactions: readonly Reaction[] }
  | { readonly do: "annotations"; readonly id: string; readonly annotations: readonly Annotation[] }
  | { readonly do: "cell"; readonly id: string; readonly row: number; readonly column: number }
  | { readonly do: "ungroup"; readonly id: string };
