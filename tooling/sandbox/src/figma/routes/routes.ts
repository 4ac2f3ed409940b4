import { accountRoutes } from "./account-routes.ts";
import { commentRoutes } from "./comment-routes.ts";
import { devResourceRoutes } from "./dev-resource-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import type { Route } from "./route.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** All that the stand answers. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...fileRoutes,
  ...commentRoutes,
  ...devResourceRoutes,
  ...projectRoutes,
  ...webhookRoutes,
];
