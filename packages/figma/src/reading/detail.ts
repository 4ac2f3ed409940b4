/** How much is told of each layer: what there is, how it is laid out, or all of it. */
export type Detail = "outline" | "layout" | "full";
