import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AnswerPerson, type Host, openHost, RawServer, stdio } from "@drawbridge/testkit";

const cli = fileURLToPath(new URL("../../../../packages/figma/dist/cli.js", import.meta.url));

/** The built connector as AI applications start it, on a computer whose home is empty at first. */
export class Connector {
  readonly #home = mkdtempSync(join(tmpdir(), "figma-home-"));
  readonly #hosts: Host[] = [];
  readonly #servers: RawServer[] = [];

  /** @param argv what is allowed, beside the bridge */
  async host(
    argv: readonly string[] = ["--access", "full", "--confirm", "never"],
    person?: AnswerPerson,
  ): Promise<Host> {
    const host = await openHost("2025-11-25, SDK 2", stdio(cli, { argv, environment: this.#environment }), person);
    this.#hosts.push(host);
    return host;
  }

  /** A process that can be killed. */
  async server(argv: readonly string[] = ["--access", "full", "--confirm", "never"]): Promise<RawServer> {
    const server = new RawServer(cli, { argv, environment: this.#environment });
    this.#servers.push(server);
    await server.initialize();
    return server;
  }

  async close(): Promise<void> {
    for (const host of this.#hosts) await host.close();
    for (const server of this.#servers) {
      server.kill("SIGKILL");
      await server.exited;
    }
    rmSync(this.#home, { recursive: true, force: true });
  }

  get #environment(): Record<string, string> {
    return {
      HOME: this.#home,
      LOCALAPPDATA: this.#home,
      XDG_STATE_HOME: join(this.#home, "state"),
      XDG_CACHE_HOME: join(this.#home, "cache"),
    };
  }
}
