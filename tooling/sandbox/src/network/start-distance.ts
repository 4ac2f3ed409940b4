import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A port of loopback behind which another lies, as far away as was asked for. */
export interface Distance extends AsyncDisposable {
  readonly port: number;
}

/**
 * Stands for a network between a client and a server on this machine: what either sends arrives so many milliseconds later, whole
 * and in order, however much of it is on its way. So does a connection that is made.
 *
 * @param oneWay milliseconds; a round trip takes twice as many
 */
export async function startDistance(port: number, oneWay: number): Promise<Distance> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    carry(near, far, oneWay);
    carry(far, near, oneWay);
    // To be connected takes a round trip by itself, which on this machine is over at once: until then nothing is sent.
    near.pause();
    setTimeout(() => near.resume(), oneWay * 2);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

// Timers of one duration fire in the order in which they were set.
function carry(from: Socket, to: Socket, oneWay: number): void {
  const later = (deliver: () => void) => void setTimeout(() => to.destroyed || deliver(), oneWay);
  from.on("data", (chunk) => later(() => to.write(chunk)));
  from.on("end", () => later(() => to.end()));
  // Whoever breaks off is told of at the other side by the end of the connection.
  from.on("error", () => undefined).on("close", () => later(() => to.destroySoon()));
}
