/** A colour as people write it, `#2f9e5b`, or with its opacity, `#0000001f`. */
export type Hex = `#${string}`;

export type Fill =
  | { readonly color: Hex; readonly variable?: string; readonly opacity?: number; readonly hidden?: boolean }
  | { readonly gradient: "down" | "right"; readonly stops: ReadonlyArray<readonly [position: number, color: Hex]> }
  | { readonly image: string; readonly scale: "FILL" | "FIT" };

export interface Shadow {
  readonly color: Hex;
  readonly y: number;
  readonly radius: number;
  readonly inner?: boolean;
}

/** Auto layout. */
export interface Stack {
  readonly direction: "HORIZONTAL" | "VERTICAL";
  readonly gap?: number;
  /** Top, right, bottom, left. */
  readonly padding?: readonly [number, number, number, number];
  readonly along?: "MIN" | "CENTER" | "MAX" | "SPACE_BETWEEN";
  readonly across?: "MIN" | "CENTER" | "MAX";
  /** Along its direction, and across it. */
  readonly hugs?: readonly [boolean, boolean];
  readonly wraps?: { readonly gap: number };
}

export interface Run {
  readonly from: number;
  readonly to: number;
  readonly font?: string;
  readonly url?: string;
  readonly color?: Hex;
}

export interface Text {
  readonly characters: string;
  readonly font: "Regular" | "Medium" | "Semi Bold" | "Bold";
  readonly size: number;
  readonly line: number;
  readonly spacing?: number;
  readonly align?: "LEFT" | "CENTER" | "RIGHT";
  readonly resizes: "WIDTH_AND_HEIGHT" | "HEIGHT" | "NONE";
  readonly underlined?: boolean;
  readonly upper?: boolean;
  readonly runs?: readonly Run[];
  readonly list?: boolean;
}

export interface Property {
  readonly id: string;
  readonly name: string;
  readonly type: "TEXT" | "BOOLEAN" | "INSTANCE_SWAP";
  readonly value: string | boolean;
}

/** What changes in a layer of an instance beside its properties. */
export type Change = Pick<Layer, "fills" | "opacity" | "hidden"> & { readonly properties?: Values };
export type Values = Readonly<Record<string, string | boolean>>;

export interface Link {
  readonly to: string | "back";
  readonly on?: "ON_CLICK" | "ON_HOVER";
  readonly moves?: "SMART_ANIMATE" | "SLIDE_IN_RIGHT";
  readonly milliseconds?: number;
}

/** A layer of a design, with what it lies in as the origin of its place. */
export interface Layer {
  readonly id: string;
  readonly name: string;
  readonly type:
    | "FRAME"
    | "GROUP"
    | "COMPONENT"
    | "COMPONENT_SET"
    | "INSTANCE"
    | "SECTION"
    | "RECTANGLE"
    | "ELLIPSE"
    | "LINE"
    | "VECTOR"
    | "BOOLEAN_OPERATION"
    | "TEXT";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hidden?: boolean;
  readonly locked?: boolean;
  readonly opacity?: number;
  readonly blend?: "MULTIPLY" | "SCREEN";
  readonly fills?: readonly Fill[];
  readonly strokes?: readonly Fill[];
  readonly strokeWeight?: number;
  /** Top, right, bottom, left. */
  readonly sides?: readonly [number, number, number, number];
  readonly dashes?: readonly number[];
  /** All corners, or from the top left clockwise. */
  readonly radius?: number | readonly [number, number, number, number];
  readonly shadows?: readonly Shadow[];
  readonly blur?: number;
  readonly styles?: Readonly<Partial<Record<"fill" | "text" | "effect" | "grid", string>>>;
  readonly constraints?: readonly [
    "LEFT" | "RIGHT" | "LEFT_RIGHT" | "CENTER" | "SCALE",
    "TOP" | "BOTTOM" | "TOP_BOTTOM" | "SCALE",
  ];
  readonly clips?: boolean;
  readonly scrolls?: boolean;
  readonly columns?: number;
  readonly stack?: Stack;
  readonly fillsAlong?: boolean;
  readonly fillsAcross?: boolean;
  readonly absolute?: boolean;
  readonly mask?: boolean;
  /** Ids of modes by ids of collections. */
  readonly modes?: Readonly<Record<string, string>>;
  /** Ids of variables by what they are bound to. */
  readonly bound?: Readonly<Partial<Record<"gap" | "radius" | "visible" | "characters", string>>>;
  readonly text?: Text;
  readonly path?: string;
  readonly properties?: readonly Property[];
  /** Ids of properties by what they set in this layer. */
  readonly set?: Readonly<Partial<Record<"visible" | "characters" | "component", string>>>;
  readonly instance?: {
    readonly of: string;
    readonly values?: Values;
    /** By path: the ids of the instances on the way, and of the layer. */
    readonly changes?: Readonly<Record<string, Change>>;
  };
  readonly description?: string;
  readonly links?: readonly Link[];
  readonly startsFlow?: string;
  readonly exportsPng?: boolean;
  readonly ready?: boolean;
  readonly children?: readonly Layer[];
}
