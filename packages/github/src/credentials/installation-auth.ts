import { createAppAuth, type StrategyOptions } from "@octokit/auth-app";
import type { EndpointOptions, RequestInterface } from "@octokit/types";

type AppAuth = ReturnType<typeof createAppAuth>;

/**
 * Octokit's strategy for an installation, whatever is asked for. Its own goes by the address, and takes one that ends in `/installation`,
 * as that of a file or label of this name does, for something that only the App itself is answered.
 */
export function installationAuth(options: StrategyOptions): Pick<AppAuth, "hook"> {
  const { hook } = createAppAuth(options);
  return {
    hook: ((request: RequestInterface, asked: EndpointOptions) => {
      // Its own request for a token passes here too.
      if (asked.url.startsWith("/app/")) return hook(request, asked);
      const { endpoint, defaults } = request;
      const send = (given: EndpointOptions) => request({ ...given, url: asked.url });
      return hook(Object.assign(send, { endpoint, defaults }) as RequestInterface, { ...asked, url: "/" });
    }) as AppAuth["hook"],
  };
}
