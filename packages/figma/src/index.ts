import type { Connector } from "@drawbridge/core";
import { figma as declared } from "./connector.ts";
import type { options } from "./options.ts";

/** Designs of Figma. Its client is no part of what is published: types of `ws` are in it, which ships none. */
export const figma: Connector<unknown, typeof options> = declared;
