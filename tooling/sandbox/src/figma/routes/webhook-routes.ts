import type { PostWebhookRequestBody, PutWebhookRequestBody, WebhookV2 } from "@figma/rest-api-spec";
import { ok, refused } from "../exchange.ts";
import type { Route, RoutedAsk } from "./route.ts";

const all = /^\/v2\/webhooks$/;
const one = /^\/v2\/webhooks\/([^/]+)$/;
const read = { tier: 2, scope: "webhooks:read", isBoolean: true } as const;
const write = { tier: 2, scope: "webhooks:write", isBoolean: true } as const;

/** Whom Figma tells of events. */
export const webhookRoutes: readonly Route[] = [
  {
    ...{ method: "GET", path: all, ...read },
    answer({ state, query }) {
      const [context, id] = [query.get("context"), query.get("context_id")];
      if (context === null && query.get("plan_api_id") === null) return refused(400, "Name a context or a plan", true);
      const isAsked = (webhook: WebhookV2) =>
        context === null || (webhook.context === context.toUpperCase() && webhook.context_id === id);
      return ok({ webhooks: [...state.webhooks.values()].filter(isAsked).map(shown), pagination: {} });
    },
  },
  {
    ...{ method: "POST", path: all, ...write },
    answer({ state, body }) {
      const {
        event_type,
        context,
        context_id,
        endpoint,
        passcode,
        status = "ACTIVE",
        description,
      } = body as PostWebhookRequestBody;
      if (event_type === "PING") return refused(400, "PING cannot be subscribed to", true);
      if (!/^https:\/\//.test(endpoint)) return refused(400, "The endpoint must be an https address", true);
      const webhook: WebhookV2 = {
        ...{ id: state.nextId(), event_type, endpoint, passcode, status },
        ...{ team_id: context === "team" ? context_id : "", context: context.toUpperCase(), context_id },
        ...{ plan_api_id: "organization:41", client_id: null, description: description ?? null },
      };
      state.webhooks.set(webhook.id, webhook);
      if (status === "ACTIVE")
        state.deliveries.push({
          webhook_id: webhook.id,
          request_info: {
            id: state.nextId(),
            endpoint,
            payload: { event_type: "PING" },
            sent_at: state.now().toISOString(),
          },
          response_info: null,
          error_msg: "The endpoint did not answer",
        });
      return ok(webhook);
    },
  },
  {
    ...{ method: "GET", path: one, ...read },
    answer: (ask) => ofWebhook(ask, (webhook) => shown(webhook)),
  },
  {
    ...{ method: "PUT", path: one, ...write },
    answer: (ask) => ofWebhook(ask, (webhook) => Object.assign(webhook, ask.body as PutWebhookRequestBody)),
  },
  {
    ...{ method: "DELETE", path: one, ...write },
    answer: (ask) =>
      ofWebhook(ask, (webhook) => {
        ask.state.webhooks.delete(webhook.id);
        return webhook;
      }),
  },
  {
    ...{ method: "GET", path: /^\/v2\/webhooks\/([^/]+)\/requests$/, ...read },
    answer: (ask) =>
      ofWebhook(ask, ({ id }) => ({ requests: ask.state.deliveries.filter(({ webhook_id }) => webhook_id === id) })),
  },
];

function ofWebhook({ state, parts }: RoutedAsk, answer: (webhook: WebhookV2) => unknown) {
  const webhook = state.webhooks.get(parts[0] ?? "");
  return webhook === undefined ? refused(404, "Webhook not found", true) : ok(answer(webhook));
}

/** Whoever reads is not told the passcode. */
const shown = (webhook: WebhookV2): WebhookV2 => ({ ...webhook, passcode: "" });
