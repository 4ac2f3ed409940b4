import type { ServerContext } from "@modelcontextprotocol/server";
import type { Operation } from "../pipeline/operation.ts";
import type { Reply } from "../pipeline/reply.ts";

/** Takes an operation through the pipeline for one request of the host. */
export type CallOperation = (operation: Operation, input: unknown, context: ServerContext) => Promise<Reply>;
