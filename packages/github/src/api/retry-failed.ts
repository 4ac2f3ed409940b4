import { ConnectorError } from "@drawbridge/core";
import { retry } from "@octokit/plugin-retry";
import type { Octokit } from "@octokit/rest";

type Sending = (options: object) => Promise<unknown>;
type Wrapper = (send: Sending, options: object) => Promise<unknown>;

/**
 * Octokit's plugin that sends again what failed, asked only about what did fail: it leads every request through a queue of timers,
 * which takes milliseconds.
 */
export function retryFailed({ hook }: Pick<Octokit, "hook">, options: object = {}): void {
  let plugin: Wrapper = (send, given) => send(given);
  const wrap = (_name: string, wrapper: Wrapper) => {
    plugin = wrapper;
  };
  retry({ hook: { error: hook.error, wrap } } as never, options);
  const sent: Wrapper = async (request, given) => {
    try {
      return await request(given);
    } catch (error) {
      const { status, cause } = error as { readonly status?: number; readonly cause?: unknown };
      // That nothing has changed is thrown too. What was cancelled or is refused here Octokit takes for a failure of GitHub's.
      if (status === 304 || (ConnectorError.is(cause) && !cause.retryable)) throw error;
      let send: Sending = () => {
        send = request;
        throw error;
      };
      return plugin(async (again) => send(again), given);
    }
  };
  hook.wrap("request", sent as never);
}
