import { option } from "@drawbridge/core";
import * as z from "zod";
import { tokenFor } from "./credentials/token-for.ts";
import { toolsetNames } from "./toolsets/toolset-names.ts";

const { byDefault, onRequest } = toolsetNames;

/** The connector's own options: flags, environment and configuration are read by these alone. */
export const options = z.object({
  token: option(z.string().min(1).optional(), {
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
  host: option(z.string().min(1).default("github.com"), {
    description: "An Enterprise Server, a company's name under ghe.com, or the URL of a REST API",
    placeholder: "<host>",
    environment: ["GH_HOST"],
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
  toolsets: option(z.array(z.enum(["default", "all", ...byDefault, ...onRequest])).default(["default"]), {
    description: `Which tools are served: default (${byDefault.join(", ")}), all, or sets by name, also ${onRequest.join(", ")}; repeatable`,
    placeholder: "<names>",
    separator: ",",
  }),
  flowGuard: option(z.enum(["refuse", "off"]).default("refuse"), {
    description: "What becomes of a change that could carry private things outwards after strangers' words were read",
  }),
});
