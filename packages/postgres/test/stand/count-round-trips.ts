import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server on this machine that counts how often the client waited for it. */
export interface CountedWay extends AsyncDisposable {
  readonly port: number;
  /** Since it was last asked. */
  roundTrips(): number;
}

/** A client that sends after it was answered begins a round trip; what it sends before is of the same one. */
export async function countRoundTrips(port: number): Promise<CountedWay> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    let isAnswered = true;
    near.on("data", () => {
      if (isAnswered) count += 1;
      isAnswered = false;
    });
    far.on("data", () => {
      isAnswered = true;
    });
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    roundTrips() {
      const counted = count;
      count = 0;
      return counted;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
