import type { Server, ServerContext } from "@modelcontextprotocol/server";
import { publicError } from "../errors/public-error.ts";
import { protocolError } from "../serving/protocol-error.ts";
import { tracedRequestOf } from "../serving/traced-request-of.ts";
import type { Subscribed, Subscriber } from "./subscriber.ts";

/**
 * `resources/subscribe` and `resources/unsubscribe`, which hosts of the revisions before 2026-07-28 know. Returns what is to
 * be called before such a host is given a list: it is told from then on when that changes, without asking.
 */
export function bindSubscriptions(server: Server, subscriber: Subscriber): (context: ServerContext) => Promise<void> {
  let lists: Subscribed | undefined;
  const subscribed = new Map<string, Subscribed>();
  const end = (uri: string) => {
    subscribed.get(uri)?.end();
    subscribed.delete(uri);
  };
  server.setRequestHandler("resources/subscribe", async ({ params: { uri } }, context) => {
    const subscription =
      subscribed.get(uri) ??
      subscriber.subscribe(uri, () => server.sendResourceUpdated({ uri }), tracedRequestOf(server, context));
    subscribed.set(uri, subscription);
    context.mcpReq.signal.addEventListener("abort", () => end(uri));
    try {
      await subscription.begun;
      return {};
    } catch (error) {
      if (subscribed.get(uri) === subscription) subscribed.delete(uri);
      throw protocolError(publicError(error, "none"));
    }
  });
  server.setRequestHandler("resources/unsubscribe", ({ params: { uri } }) => {
    end(uri);
    return {};
  });
  server.onclose = () => {
    for (const uri of [...subscribed.keys()]) end(uri);
    lists?.end();
  };
  return async ({ mcpReq }) => {
    if (mcpReq.envelope !== undefined) return;
    lists ??= subscriber.followLists(() => server.sendResourceListChanged());
    // What changes between the list and the first look would be told of by neither.
    await lists.begun.catch(() => undefined);
  };
}
