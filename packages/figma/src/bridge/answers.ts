import type * as z from "zod";
import type { Request } from "./requests.ts";
import {
  appliedPlanSchema,
  canvasResultSchema,
  exportedNodeSchema,
  readNodesSchema,
  selectionResultSchema,
  undonePlanSchema,
} from "./results.ts";

/** What each request is answered with. */
export const answers = {
  apply: appliedPlanSchema,
  read: readNodesSchema,
  selection: selectionResultSchema,
  canvas: canvasResultSchema,
  undo: undonePlanSchema,
  focus: selectionResultSchema,
  export: exportedNodeSchema,
} as const;

export type Asked = keyof typeof answers;
export type Answer<Kind extends Asked> = z.output<(typeof answers)[Kind]>;
type RequestOf<Kind extends Asked> = Extract<Request, { type: Kind }>;

/** A request before it has its key. */
export type Question<Kind extends Asked> = {
  [K in Kind]: { readonly type: K } & Omit<RequestOf<K>, "type" | "key">;
}[Kind];
