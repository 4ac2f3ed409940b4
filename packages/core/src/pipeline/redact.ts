import { rewriteText } from "./rewrite-text.ts";
import type { Stage } from "./stage.ts";

/** Takes secrets out of replies and errors. */
export const redact: Stage = (call, next) => rewriteText(next, call.runtime.redactor.text);
