import { accessIsKept } from "./access-is-kept.ts";
import { answersAreDeclared } from "./answers-are-declared.ts";
import { approvalsHold } from "./approvals-hold.ts";
import { budgetIsKept } from "./budget-is-kept.ts";
import { callersAreApart } from "./callers-are-apart.ts";
import { callsAreRecorded } from "./calls-are-recorded.ts";
import { cancellingEnds } from "./cancelling-ends.ts";
import type { Check } from "./check.ts";
import { confirmationIsNeeded } from "./confirmation-is-needed.ts";
import { cursorsAreBound } from "./cursors-are-bound.ts";
import { dryRunsAreDry } from "./dry-runs-are-dry.ts";
import { effectsFit } from "./effects-fit.ts";
import { filterIsKept } from "./filter-is-kept.ts";
import { idempotenceHolds } from "./idempotence-holds.ts";
import { noSecretIsGiven } from "./no-secret-is-given.ts";
import { pagesAreWhole } from "./pages-are-whole.ts";
import { plansAreTold } from "./plans-are-told.ts";
import { progressGoesForward } from "./progress-goes-forward.ts";
import { promptsHold } from "./prompts-hold.ts";
import { readsChangeNothing } from "./reads-change-nothing.ts";
import { resourcesCanBeRead } from "./resources-can-be-read.ts";
import { secretsAreMarked } from "./secrets-are-marked.ts";
import { secretsStayHidden } from "./secrets-stay-hidden.ts";
import { unreachableIsTold } from "./unreachable-is-told.ts";
import { wrongAddressesAreRefused } from "./wrong-addresses-are-refused.ts";
import { wrongInputIsRefused } from "./wrong-input-is-refused.ts";

/** All that is looked at beyond single calls, in the order of the report. */
export const checks: readonly Check[] = [
  ...[effectsFit, readsChangeNothing, idempotenceHolds],
  ...[plansAreTold, approvalsHold, confirmationIsNeeded, dryRunsAreDry, accessIsKept, filterIsKept],
  ...[answersAreDeclared, budgetIsKept, pagesAreWhole, cursorsAreBound, callersAreApart],
  ...[resourcesCanBeRead, promptsHold, wrongInputIsRefused, wrongAddressesAreRefused],
  ...[cancellingEnds, progressGoesForward, unreachableIsTold],
  ...[callsAreRecorded, noSecretIsGiven, secretsAreMarked, secretsStayHidden],
];
