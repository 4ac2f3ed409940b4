import { type CallContext, defineResource } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { namesIn } from "./names-in.ts";

/** Channels of NOTIFY, by address; before `relation`, whose template they match too. */
export const channel = defineResource({
  name: "channel",
  title: "Channel",
  description:
    "The latest notifications (NOTIFY) of a channel that the server listens to, as JSON, the oldest first, from when it was first read " +
    "or subscribed to. missed in place of a payload: some may not have come; dropped: so many older ones are no longer kept; lost: " +
    "since when there is no connection. Subscribe to it to hear of new ones.",
  uriTemplate: "postgres://{database}/channels/{channel}",
  mimeType: "application/json",
  like: "pg_activity",
  async list({ client }: CallContext<Databases>) {
    return client.names.flatMap((database) =>
      client.listeningIn(database).channels.map((name) => ({
        uri: `postgres://${encodeURIComponent(database)}/channels/${encodeURIComponent(name)}`,
        name,
      })),
    );
  },
  async complete(variable, typed, { client }: CallContext<Databases>, { database }) {
    if (database !== undefined && !client.names.includes(database)) return [];
    const names = variable === "database" ? client.names : client.listeningIn(database).channels;
    return names.filter((name) => name.startsWith(typed));
  },
  async read(uri, { client }: CallContext<Databases>) {
    const { database, relation: name } = namesIn(uri);
    const listening = client.listeningIn(database);
    const { entries, last, dropped } = await listening.kept(name);
    const { since, lostAt } = listening;
    const facts = { channel: name, since, ...(lostAt === undefined ? {} : { lost: lostAt }), last };
    const body = { ...facts, ...(dropped > 0 ? { dropped } : {}), notifications: entries };
    return { body: JSON.stringify(body, undefined, 1) };
  },
  async watch(uri, listener, { client }: CallContext<Databases>) {
    const { database, relation: name } = namesIn(uri);
    return client.listeningIn(database).hear(name, () => listener.changed());
  },
});
