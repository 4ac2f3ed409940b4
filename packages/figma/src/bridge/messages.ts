import * as z from "zod";
import { connectorHandshakeSchema, pluginHandshakeSchema } from "./handshake.ts";
import { changedSchema, failedSchema, pageSchema, progressSchema, resultSchema } from "./replies.ts";
import { requestSchema } from "./requests.ts";

/** Shows that the connector lives: the plugin's page cannot see WebSocket pings, so it is told in a message. */
const beatSchema = z.strictObject({ type: z.literal("beat") });

/** Whatever the connector sends to a plugin. */
export const connectorMessageSchema = z.union([connectorHandshakeSchema, beatSchema, requestSchema]);
export type ConnectorMessage = z.output<typeof connectorMessageSchema>;

/** What a plugin sends once it is paired, in answer or by itself. */
export const replySchema = z.discriminatedUnion("type", [
  resultSchema,
  failedSchema,
  progressSchema,
  changedSchema,
  pageSchema,
]);
export type Reply = z.output<typeof replySchema>;

/** Whatever a plugin sends to the connector. */
export const pluginMessageSchema = z.union([pluginHandshakeSchema, replySchema]);
export type PluginMessage = z.output<typeof pluginMessageSchema>;
