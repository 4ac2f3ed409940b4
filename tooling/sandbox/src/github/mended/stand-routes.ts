import type { Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import { alertRoutes } from "./alert-routes.ts";
import { appRoutes } from "./app-routes.ts";
import { checkRoutes } from "./check-routes.ts";
import { collaboratorRoutes } from "./collaborator-routes.ts";
import { commitRoutes } from "./commit-routes.ts";
import { deviceRoutes } from "./device-routes.ts";
import { forkRoutes } from "./fork-routes.ts";
import { gistRoutes } from "./gist-routes.ts";
import { issueLinkRoutes } from "./issue-link-routes.ts";
import { issueRoutes } from "./issue-routes.ts";
import { mediaRoutes } from "./media-routes.ts";
import { mergeRoutes } from "./merge-routes.ts";
import { notificationRoutes } from "./notification-routes.ts";
import { ownershipRoutes } from "./ownership-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { pullCreationRoutes } from "./pull-creation-routes.ts";
import { pullRoutes } from "./pull-routes.ts";
import { reactionRoutes } from "./reaction-routes.ts";
import { releaseRoutes } from "./release-routes.ts";
import { repositoryRoutes } from "./repository-routes.ts";
import { reviewRoutes } from "./review-routes.ts";
import { searchRoutes } from "./search-routes.ts";
import { starRoutes } from "./star-routes.ts";
import { workflowRoutes } from "./workflow-routes.ts";

/** All that the stand answers by itself, before the emulator is asked. */
export function standRoutes(stand: Stand): readonly Routes[] {
  const mended = [
    searchRoutes,
    ownershipRoutes,
    pullCreationRoutes,
    mergeRoutes,
    mediaRoutes,
    forkRoutes,
    collaboratorRoutes,
    checkRoutes,
    pullRoutes,
    reviewRoutes,
    issueRoutes,
    releaseRoutes,
    repositoryRoutes,
    peopleRoutes,
    workflowRoutes,
    appRoutes,
  ];
  const kept = [
    alertRoutes,
    commitRoutes,
    deviceRoutes,
    gistRoutes,
    issueLinkRoutes,
    notificationRoutes,
    reactionRoutes,
    starRoutes,
  ];
  return [...mended, ...kept].map((routesOf) => routesOf(stand));
}
