import type { Operation } from "../pipeline/operation.ts";
import type { Reply } from "../pipeline/reply.ts";
import type { RequestContext } from "./request-context.ts";

/** Takes an operation through the pipeline for one request of the host. */
export type CallOperation = (operation: Operation, input: unknown, context: RequestContext) => Promise<Reply>;
