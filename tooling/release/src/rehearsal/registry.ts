import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ConfigBuilder, runServer } from "verdaccio";

/** A registry on this machine alone. */
export interface Registry {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a registry that keeps what is published in a folder, and asks the other one for all packages that are not ours. What is
 * published to ours never goes there, nor is it looked for there.
 */
export async function startRegistry(folder: string, upstream: string): Promise<Registry> {
  const everybody = { access: "$all", publish: "$all", unpublish: "$all" };
  const config = ConfigBuilder.build()
    .addUplink("upstream", { url: upstream, timeout: "60s", maxage: "10m" })
    .addPackageAccess("@drawbridge/*", everybody)
    .addPackageAccess("**", { ...everybody, proxy: "upstream" })
    .addLogger({ type: "stdout", level: "fatal", format: "json", colors: false })
    .addStorage(join(folder, "storage"))
    .getConfig();
  const settings = {
    ...config,
    configPath: join(folder, "config.yaml"),
    self_path: join(folder, "config.yaml"),
    auth: {},
    web: { enable: false },
    max_body_size: "100mb",
  };
  const server = (await runServer(settings as never)) as Server;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
