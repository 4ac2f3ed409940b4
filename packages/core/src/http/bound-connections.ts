import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Holds a server to so many connections. Node would turn newcomers away, and whoever keeps many open would keep everybody
 * out: here the one goes on which nothing has happened for longest. One whose request is being answered stays.
 */
export function boundConnections(server: Server, most: number): void {
  /** Requests that are being answered, by connection. */
  const open = new Map<Socket, number>();
  /** In the order in which they came to rest. */
  const idle = new Set<Socket>();
  server.on("connection", (socket) => {
    open.set(socket, 0);
    idle.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      idle.delete(socket);
    });
    if (open.size <= most) return;
    const [longest = socket] = idle;
    longest.destroy();
  });
  server.on("request", ({ socket }, response) => {
    count(socket, 1);
    response.once("close", () => count(socket, -1));
  });

  function count(socket: Socket, change: 1 | -1): void {
    const before = open.get(socket);
    if (before === undefined) return;
    open.set(socket, before + change);
    if (before + change > 0) idle.delete(socket);
    else idle.add(socket);
  }
}
