import { makeVisible } from "../fence/make-visible.ts";
import { rewriteText } from "./rewrite-text.ts";
import type { Stage } from "./stage.ts";

/**
 * Makes dangerous invisible characters visible in whatever a model reads. Resources keep their exact bytes. The marks
 * around a text are put there when it is written down (`toolResult`), so that nothing can be added outside them.
 */
export const fence: Stage = (call, next) =>
  call.operation.kind === "resource" ? next() : rewriteText(next, makeVisible);
