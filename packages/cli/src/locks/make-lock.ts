import { AskedConnector } from "../connectors/asked-connector.ts";
import { launchEnvironment } from "../entries/launch-environment.ts";
import type { Lock } from "./lock.ts";

/** What a lock says of how a connector is started. */
export type Started = Pick<Lock, "name" | "project" | "source" | "args" | "env">;

/**
 * Starts a connector as its host would, and takes down everything that it tells: the lock that a person accepts. Throws
 * `Failure` where it does not start.
 *
 * @param environment instead of what `env` stands for, where that is not kept yet
 */
export async function makeLock(started: Started, environment?: Readonly<Record<string, string>>): Promise<Lock> {
  const { source, args, env } = started;
  const asked = new AskedConnector(source, args, environment ?? launchEnvironment(env).environment);
  const [shown, definitions] = await Promise.all([asked.tools(), asked.definitions()]);
  const tools = shown.map(({ name }) => name);
  return { version: 1, ...started, tools, definitions, accepted: new Date().toISOString() };
}
