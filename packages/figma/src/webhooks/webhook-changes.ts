import type { WebhookV2Event } from "@figma/rest-api-spec";
import type { FigmaApi } from "../api/figma-api.ts";
import { type Change, done } from "../changing/change.ts";
import { needed } from "../changing/needed.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { contextIdOf } from "./context-id.ts";

interface Asked {
  readonly webhook_id?: string | undefined;
  readonly context?: "team" | "project" | "file" | undefined;
  readonly context_id?: string | undefined;
  readonly event_type?: WebhookV2Event | undefined;
  readonly endpoint?: string | undefined;
  readonly passcode?: string | undefined;
  readonly status?: "ACTIVE" | "PAUSED" | undefined;
  readonly description?: string | undefined;
}

type Making = (asked: Asked, client: FigmaClient, api: FigmaApi) => Promise<Change>;

/** What can be done with webhooks. */
export const webhookChanges: Readonly<Record<"create" | "update" | "delete", Making>> = {
  async create(asked, client, api) {
    const context = needed(asked.context, "context", "create");
    const webhook = {
      event_type: needed(asked.event_type, "event_type", "create"),
      context,
      context_id: contextIdOf(context, needed(asked.context_id, "context_id", "create"), client),
      endpoint: needed(asked.endpoint, "endpoint", "create"),
      passcode: needed(asked.passcode, "passcode", "create"),
      ...(asked.status === undefined ? {} : { status: asked.status }),
      ...(asked.description === undefined ? {} : { description: asked.description }),
    };
    return {
      summary: `Have Figma tell ${webhook.endpoint} of each ${webhook.event_type} in ${context} ${webhook.context_id}.`,
      state: webhook,
      async apply() {
        const { id } = await api.postWebhook(webhook);
        return done(`Made webhook ${id}.`, { webhook_id: id });
      },
    };
  },
  async update({ passcode, ...asked }, _client, api) {
    const before = await api.webhook(needed(asked.webhook_id, "webhook_id", "update"));
    const after = {
      event_type: asked.event_type ?? before.event_type,
      endpoint: asked.endpoint ?? before.endpoint,
      passcode: needed(passcode, "the passcode, which Figma tells nobody,", "update"),
      status: asked.status ?? before.status,
      description: asked.description ?? before.description ?? "",
    };
    return {
      summary: `Change webhook ${before.id} of ${before.context.toLowerCase()} ${before.context_id}: ${told(before)} becomes ${told(after)}.`,
      state: { before, after },
      async apply() {
        await api.putWebhook(before.id, after);
        return done(`Changed webhook ${before.id}.`);
      },
    };
  },
  async delete({ webhook_id }, _client, api) {
    const webhook = await api.webhook(needed(webhook_id, "webhook_id", "delete"));
    return {
      summary: `Remove webhook ${webhook.id} of ${webhook.context.toLowerCase()} ${webhook.context_id} (${told(webhook)}), for good.`,
      state: webhook,
      async apply() {
        await api.deleteWebhook(webhook.id);
        return done(`Removed webhook ${webhook.id}.`);
      },
    };
  },
};

function told({ event_type, endpoint, status }: { event_type: string; endpoint: string; status: string }): string {
  return `${event_type} to ${endpoint}, ${status.toLowerCase()}`;
}
