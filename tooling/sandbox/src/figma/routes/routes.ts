import { accountRoutes } from "./account-routes.ts";
import { commentRoutes } from "./comment-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import type { Route } from "./route.ts";

/** All that the stand answers. */
export const routes: readonly Route[] = [...accountRoutes, ...fileRoutes, ...commentRoutes];
