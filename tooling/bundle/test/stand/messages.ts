export const line = (message: object) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;
export const clientInfo = { name: "tester", version: "1" };
export const handshake = (params: object = {}) =>
  line({
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo, ...params },
  });
export const ready = line({ method: "notifications/initialized" });
export const list = (id: unknown = 2) => line({ id, method: "tools/list" });
