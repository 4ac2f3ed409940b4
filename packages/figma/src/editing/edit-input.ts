import type { Operation } from "../operations/operation.ts";

/** What `figma_edit` is asked. */
export interface EditInput {
  readonly operations: readonly Operation[];
  readonly page?: string | undefined;
  readonly if_match?: Readonly<Record<string, string>> | undefined;
  readonly font_fallback: boolean;
  readonly file?: string | undefined;
}
