import type { ToolContext } from "@drawbridge/core";
import type { WebhookV2, WebhookV2Request } from "@figma/rest-api-spec";
import { needed } from "../changing/needed.ts";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { takeFrom } from "../listing/take-from.ts";
import { contextIdOf } from "./context-id.ts";

interface Asked {
  readonly context?: "team" | "project" | "file" | undefined;
  readonly context_id?: string | undefined;
  readonly webhook_id?: string | undefined;
}

interface Answer {
  webhooks?: ReturnType<typeof shown>[];
  requests?: ReturnType<typeof sent>[];
}

type Reading = (asked: Asked, context: ToolContext<FigmaClient>) => Promise<Answer>;

/** What there is to know of webhooks. */
export const readWebhooks: Readonly<Record<"list" | "get" | "requests", Reading>> = {
  async list({ context: kind, context_id }, context) {
    const what = needed(kind, "context", "list");
    const id = contextIdOf(what, needed(context_id, "context_id", "list"), context.client);
    const { webhooks } = await context.client.api(callOf(context)).webhooks({ context: what, context_id: id });
    return { webhooks: takeFrom(webhooks.map(shown), context.page) };
  },
  async get({ webhook_id }, context) {
    const webhook = await context.client.api(callOf(context)).webhook(needed(webhook_id, "webhook_id", "get"));
    return { webhooks: takeFrom([shown(webhook)], context.page) };
  },
  async requests({ webhook_id }, context) {
    const id = needed(webhook_id, "webhook_id", "requests");
    const { requests } = await context.client.api(callOf(context)).webhookRequests(id);
    return { requests: takeFrom(requests.map(sent), context.page) };
  },
};

/** Whoever reads is not told the passcode. */
function shown({ id, event_type, context, context_id, status, endpoint, description }: WebhookV2) {
  const told = { id, event_type, context: context.toLowerCase(), context_id, status, endpoint };
  return description ? { ...told, description } : told;
}

/** What was sent has the passcode in it; only its kind is told. */
function sent({ request_info, response_info, error_msg }: WebhookV2Request) {
  const { event_type } = request_info.payload as { event_type?: string };
  const { status } = (response_info ?? {}) as { status?: string | number };
  return {
    sent: request_info.sent_at,
    ...(event_type === undefined ? {} : { event_type }),
    ...(status === undefined ? {} : { status: String(status) }),
    ...(error_msg === null ? {} : { error: error_msg }),
  };
}
