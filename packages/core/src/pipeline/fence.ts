import { makeVisible } from "../fence/make-visible.ts";
import { rewriteText } from "./rewrite-text.ts";
import type { Stage } from "./stage.ts";

/** Makes dangerous invisible characters visible in whatever a model reads. Resources keep their exact bytes. */
export const fence: Stage = (call, next) =>
  call.operation.kind === "resource" ? next() : rewriteText(next, makeVisible);
