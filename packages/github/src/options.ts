import { option } from "@drawbridge/core";
import * as z from "zod";
import { tokenFor } from "./credentials/token-for.ts";
import { toolsetNames } from "./toolsets/toolset-names.ts";

const { byDefault, onRequest } = toolsetNames;

/** The connector's own options: flags, environment and configuration are read by these alone. */
export const options = z.object({
  token: option(z.string().trim().min(1).optional(), {
    description:
      "A personal access token, classic or fine-grained, or that of a workflow; without one only public things can be read",
    secret: true,
    environment: ["GITHUB_TOKEN", "GITHUB_PERSONAL_ACCESS_TOKEN", "GH_TOKEN"],
  }),
  tokenFor: option(z.array(z.string().regex(/^[\w.-]+=[A-Za-z_]\w*$/, "expected owner=VARIABLE")).default([]), {
    description: "The environment variable that holds the token for one owner's repositories; repeatable",
    placeholder: "<owner=VARIABLE>",
    separator: ",",
    secretsWithin: (pair) => [tokenFor(pair).token ?? ""].filter((token) => token !== ""),
  }),
  appId: option(z.string().min(1).optional(), {
    description:
      "A GitHub App to act as, by its App ID or client ID; where it is installed is found by the owner asked about",
    placeholder: "<id>",
    environment: ["GITHUB_APP_ID"],
  }),
  appPrivateKey: option(z.string().min(1).optional(), {
    description: "The App's private key, as PEM; best by the variable that names its file",
    secret: true,
    environment: ["GITHUB_APP_PRIVATE_KEY"],
  }),
  clientId: option(z.string().min(1).optional(), {
    description:
      "An OAuth app or a GitHub App by which a person logs in with a code, where no token is given; the token is kept in the system's keyring",
    placeholder: "<id>",
    environment: ["GITHUB_CLIENT_ID"],
  }),
  scopes: option(z.array(z.string().regex(/^[\w:]+$/, "expected a scope such as repo")).default(["repo", "read:org"]), {
    description: "What to ask of who logs in to an OAuth app; repeatable",
    placeholder: "<scope>",
    separator: ",",
  }),
  login: option(z.boolean().optional(), {
    description: "Log in with a code for --client-id, and keep the token in the system's keyring",
    flagOnly: true,
  }),
  logout: option(z.boolean().optional(), {
    description: "Forget the token that --login kept for --client-id",
    flagOnly: true,
  }),
  cache: option(z.enum(["memory", "disk", "off"]).default("memory"), {
    description:
      "Where answers are remembered, so that asking again costs nothing; on disk they are sealed with the credential",
  }),
  freshFor: option(z.int().min(0).max(60).default(0), {
    description:
      "How long an answer that is remembered is used without asking GitHub whether it still holds; until a change is made here",
    placeholder: "<seconds>",
  }),
  host: option(z.string().min(1).default("github.com"), {
    description: "An Enterprise Server, a company's name under ghe.com, or the URL of a REST API",
    placeholder: "<host>",
    environment: ["GH_HOST", "GITHUB_API_URL"],
  }),
  repos: option(
    z.array(z.string().regex(/^[\w.-]+\/([\w.-]+|\*)$/, "expected owner/repository or owner/*")).default([]),
    {
      description: "The only repositories that may be read or changed; owner/* names all of an owner; repeatable",
      placeholder: "<owner/repo>",
      separator: ",",
      emptyCounts: true,
      defaultText: "all that the token reaches",
    },
  ),
  pinFirstRepo: option(z.boolean().default(false), {
    description:
      "Hold everything to the first repository that is read or changed, as if it alone were named in --repos",
  }),
  toolsets: option(z.array(z.enum(["default", "all", ...byDefault, ...onRequest])).default(["default"]), {
    description: `Which tools are served: default (${byDefault.join(", ")}), all, or sets by name, also ${onRequest.join(", ")}; repeatable`,
    placeholder: "<names>",
    separator: ",",
  }),
  flowGuard: option(z.enum(["refuse", "ask", "off"]).default("refuse"), {
    description:
      "What becomes of a change that could carry private things outwards after strangers' words were read; ask puts it to the person where the host can",
  }),
});
