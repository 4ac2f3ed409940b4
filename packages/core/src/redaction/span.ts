/** From where to where in a text. */
export type Span = readonly [start: number, end: number];
