import type { Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import { checkRoutes } from "./check-routes.ts";
import { collaboratorRoutes } from "./collaborator-routes.ts";
import { issueRoutes } from "./issue-routes.ts";
import { pullRoutes } from "./pull-routes.ts";
import { repositoryRoutes } from "./repository-routes.ts";
import { reviewRoutes } from "./review-routes.ts";
import { workflowRoutes } from "./workflow-routes.ts";

/** All that the stand answers by itself, before the emulator is asked. */
export function standRoutes(stand: Stand): readonly Routes[] {
  const mended = [
    collaboratorRoutes,
    checkRoutes,
    pullRoutes,
    reviewRoutes,
    issueRoutes,
    repositoryRoutes,
    workflowRoutes,
  ];
  return mended.map((routesOf) => routesOf(stand));
}
