import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Holds a server to so many connections. Node would turn newcomers away, and whoever opens many and says nothing would keep
 * everybody out: here the one that has been silent longest goes.
 */
export function boundConnections(server: Server, most: number): void {
  const open = new Set<Socket>();
  /** In the order in which they came. */
  const silent = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    silent.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      silent.delete(socket);
    });
    if (open.size <= most) return;
    const [longest = socket] = silent;
    longest.destroy();
  });
  server.on("request", ({ socket }) => silent.delete(socket));
}
