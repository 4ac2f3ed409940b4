import type { Connector } from "@drawbridge/core";
import { github as declared } from "./connector.ts";
import type { options } from "./options.ts";

/** Repositories, issues and pull requests of GitHub. Its client is no part of what is published: Octokit's types are in it. */
export const github: Connector<unknown, typeof options> = declared;
