import type { ToolAnswer } from "./host.ts";

interface CallResult {
  readonly content?: unknown;
  readonly structuredContent?: unknown;
  readonly isError?: unknown;
  readonly _meta?: unknown;
}

/** An answer of either SDK in the words of `Host`. */
export function toolAnswer({ content, structuredContent, isError, _meta }: CallResult): ToolAnswer {
  const blocks = (content ?? []) as ReadonlyArray<{
    readonly text?: string;
    readonly data?: string;
    readonly mimeType?: string;
  }>;
  const media = blocks.flatMap(({ data, mimeType = "" }) => (data === undefined ? [] : [{ mimeType, data }]));
  return {
    text: blocks.flatMap(({ text }) => (text === undefined ? [] : [text])).join("\n"),
    structured: structuredContent as ToolAnswer["structured"],
    meta: (_meta ?? {}) as ToolAnswer["meta"],
    isError: isError === true,
    ...(media.length === 0 ? {} : { media }),
  };
}
