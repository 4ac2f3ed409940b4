import { makeVisible } from "../fence/make-visible.ts";
import type { Reply, ResourceReply } from "./reply.ts";
import { rewriteText } from "./rewrite-text.ts";
import type { Stage } from "./stage.ts";

/**
 * Makes dangerous invisible characters visible in whatever a model reads. Resources keep their exact bytes. The marks
 * around a text are put there when it is written down (`toolResult`), so that nothing can be added outside them.
 */
export const fence: Stage = (call, next) =>
  call.operation.kind === "resource" ? besideBody(next) : rewriteText(next, makeVisible);

/** What is told of a resource, and why it cannot be read, is no part of its bytes. */
async function besideBody(next: () => Promise<Reply>): Promise<Reply> {
  let exact: Reply | undefined;
  const reply = await rewriteText(async () => {
    exact = await next();
    return "body" in exact ? { ...exact, body: "" } : exact;
  }, makeVisible);
  return exact !== undefined && "body" in exact ? { ...(reply as ResourceReply), body: exact.body } : reply;
}
