import { type CallContext, defineResource } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { addressOf } from "./address-of.ts";
import { namesIn } from "./names-in.ts";

/** Channels of NOTIFY, by address; before `relation`, whose template they match too. */
export const channel = defineResource({
  name: "channel",
  title: "Channel",
  description:
    "The latest notifications (NOTIFY) of a channel that the server listens to, as JSON, the oldest first, from when it was first read " +
    "or subscribed to. Subscribe to it to hear of new ones.",
  uriTemplate: "postgres://{database}/channels/{channel}",
  mimeType: "application/json",
  like: "pg_activity",
  async list({ client }: CallContext<Databases>) {
    return client.names.flatMap((database) =>
      client.channelsOf(database).names.map((name) => ({ uri: addressOf(database, "channels", name), name })),
    );
  },
  async complete(variable, typed, { client }: CallContext<Databases>, { database }) {
    const names = variable === "database" ? client.names : client.channelsOf(database).names;
    return names.filter((name) => name.startsWith(typed));
  },
  async read(uri, { client }: CallContext<Databases>) {
    const { database, relation: name } = namesIn(uri);
    return { body: JSON.stringify(await client.channelsOf(database).named(name), undefined, 1) };
  },
  async watch(uri, listener, { client }: CallContext<Databases>) {
    const { database, relation: name } = namesIn(uri);
    const listened = await client.channelsOf(database).named(name);
    return { close: listened.listen(() => listener.changed()) };
  },
});
