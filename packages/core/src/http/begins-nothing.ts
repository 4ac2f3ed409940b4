/** Whether there are only answers to questions of the server in a body, and calls taken back: what ends what runs. */
export function beginsNothing(body: unknown): boolean {
  const messages = Array.isArray(body) ? body : [body];
  return messages.every((message) => {
    if (typeof message !== "object" || message === null) return false;
    if ("method" in message) return message.method === "notifications/cancelled" && !("id" in message);
    return "result" in message || "error" in message;
  });
}
