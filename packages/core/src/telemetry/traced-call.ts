import type { Attributes, Context, Span } from "@opentelemetry/api";

/** A call that is under way. */
export interface TracedCall {
  readonly span: Span;
  /** What the call runs in, so that whatever it does is part of its trace; undefined where there is no span. */
  readonly within: Context | undefined;
  readonly attributes: Attributes;
}
