import type { Connector } from "@drawbridge/core";
import { postgres as declared } from "./connector.ts";
import type { options } from "./options.ts";

/** Databases of PostgreSQL. Its client is no part of what is published: types of `pg` are in it, which ships none. */
export const postgres: Connector<unknown, typeof options> = declared;
