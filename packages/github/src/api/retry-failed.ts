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
      // That nothing has changed is thrown too.
      if ((error as { readonly status?: number }).status === 304) throw error;
      let send: Sending = () => {
        send = request;
        throw error;
      };
      return plugin(async (again) => send(again), given);
    }
  };
  hook.wrap("request", sent as never);
}
