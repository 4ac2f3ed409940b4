import { option } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { accessIsKept } from "../src/contract/checks/access-is-kept.ts";
import { answersAreDeclared } from "../src/contract/checks/answers-are-declared.ts";
import { approvalsHold } from "../src/contract/checks/approvals-hold.ts";
import { budgetIsKept } from "../src/contract/checks/budget-is-kept.ts";
import { callersAreApart } from "../src/contract/checks/callers-are-apart.ts";
import { callsAreRecorded } from "../src/contract/checks/calls-are-recorded.ts";
import { cancellingEnds } from "../src/contract/checks/cancelling-ends.ts";
import type { Check } from "../src/contract/checks/check.ts";
import { checks } from "../src/contract/checks/checks.ts";
import { confirmationIsNeeded } from "../src/contract/checks/confirmation-is-needed.ts";
import { cursorsAreBound } from "../src/contract/checks/cursors-are-bound.ts";
import { dryRunsAreDry } from "../src/contract/checks/dry-runs-are-dry.ts";
import { effectsFit } from "../src/contract/checks/effects-fit.ts";
import { filterIsKept } from "../src/contract/checks/filter-is-kept.ts";
import { idempotenceHolds } from "../src/contract/checks/idempotence-holds.ts";
import { noSecretIsGiven } from "../src/contract/checks/no-secret-is-given.ts";
import { pagesAreWhole } from "../src/contract/checks/pages-are-whole.ts";
import { plansAreTold } from "../src/contract/checks/plans-are-told.ts";
import { progressGoesForward } from "../src/contract/checks/progress-goes-forward.ts";
import { promptsHold } from "../src/contract/checks/prompts-hold.ts";
import { readsChangeNothing } from "../src/contract/checks/reads-change-nothing.ts";
import { resourcesCanBeRead } from "../src/contract/checks/resources-can-be-read.ts";
import { secretsAreMarked } from "../src/contract/checks/secrets-are-marked.ts";
import { secretsStayHidden } from "../src/contract/checks/secrets-stay-hidden.ts";
import { unreachableIsTold } from "../src/contract/checks/unreachable-is-told.ts";
import { wrongAddressesAreRefused } from "../src/contract/checks/wrong-addresses-are-refused.ts";
import { wrongInputIsRefused } from "../src/contract/checks/wrong-input-is-refused.ts";
import type { Contract } from "../src/contract/contract.ts";
import { Trial } from "../src/contract/trial/trial.ts";
import type { Fault } from "./pantry/fault.ts";
import { pantryContract } from "./pantry/pantry-contract.ts";
import { ForgetfulTrial } from "./trials/forgetful-trial.ts";
import { HeedlessTrial } from "./trials/heedless-trial.ts";

const applying = (contract: Contract) => checks.filter(({ appliesTo }) => appliesTo?.(contract) ?? true);

describe("a sound connector", () => {
  it.each(applying(pantryContract()).map((check) => [check.name, check] as const))("%s", async (_, { find }) => {
    expect(await find(await Trial.of(pantryContract()))).toEqual([]);
  });
});

const found: ReadonlyArray<readonly [Fault, Check, RegExp]> = [
  ["effect below its lowest", effectsFit, /^pantry_take .*: its effect is read, outside of write to destroy/],
  ["effect above its highest", effectsFit, /^pantry_take .*: its effect is destroy, outside of write to write/],
  ["effect that throws", effectsFit, /^pantry_take .*: its effect cannot be told: A string contains NUL/],
  ["effect turned upside down", effectsFit, /^pantry_take has a lowest effect above its highest/],
  ["effect additive and destroying", effectsFit, /^pantry_put is additive, and does not only write/],
  ["reading a tool writes", readsChangeNothing, /^pantry_list .* reads, by its own word, and changed the system/],
  ["reading a resource writes", readsChangeNothing, /^A resource was listed or read/],
  ["putting twice adds twice", idempotenceHolds, /^pantry_put .*, made again, changed the system again/],
  ["plan missing", plansAreTold, /^pantry_take has no plan/],
  ["plan empty", plansAreTold, /^pantry_put .*: its plan says nothing/],
  ["plan always the same", plansAreTold, /^pantry_put: its plan says the same of every call/],
  ["plan carried out", plansAreTold, /^pantry_take .*: a person declined, and the system changed/],
  ["plan never the same", approvalsHold, /^pantry_take .*: a person allowed it, and it ended as conflict/],
  ["dry run carried out", dryRunsAreDry, /^pantry_take .*, as a dry run, changed the system/],
  ["resource like no tool", filterIsKept, /^The resource jar is like pantry_look, which is no tool/],
  ["prompt like no tool", filterIsKept, /^The prompt cook is like pantry_look, which is no tool/],
  ["answer with an undeclared key", answersAreDeclared, /^pantry_list .* has shelf, which its output does not declare/],
  ["answer with a wrong type", answersAreDeclared, /^pantry_list .* is not what its output declares/],
  ["answer with a misspelt word", answersAreDeclared, /^pantry_list .* writes next_cursor for what others/],
  ["answer with too much to say", budgetIsKept, /^pantry_take .* has no room to answer/],
  ["pages fail when small", budgetIsKept, /^pantry_list .* has no room to answer, and ended as internal/],
  ["pages lose", pagesAreWhole, /^pantry_list .*: \d+ jars in small pages, 60 at once/],
  ["pages repeat", pagesAreWhole, /^pantry_list .*: small pages repeat some of the jars/],
  ["pages never end", pagesAreWhole, /^pantry_list .*: there are over 500 pages/],
  ["pages grow too large", pagesAreWhole, /^pantry_list .*: page 1 failed: refused/],
  ["pages of text lose", pagesAreWhole, /^pantry_recipe .*: small pages tell another text/],
  ["callers mixed up", callersAreApart, /^pantry_recipe .* answers something else while other calls run/],
  ["resource listed twice", resourcesCanBeRead, /^jar:\/\/jar-1 is listed twice/],
  ["resource of no template", resourcesCanBeRead, /^file:\/\/\/etc\/passwd is of no template/],
  ["resource without a name", resourcesCanBeRead, /^jar:\/\/jar-1 is listed without a name/],
  ["resource failing", resourcesCanBeRead, /^jar:\/\/jar-3 ended as internal/],
  ["prompt without a word", promptsHold, /^cook writes nothing/],
  ["prompt that fails", promptsHold, /^cook .* ended as internal/],
  ["prompt with room for anything", promptsHold, /^cook .*no_such_argument.* ended as well/],
  ["input that fails", wrongInputIsRefused, /^pantry_list .* ended as internal/],
  ["input without a word of help", wrongInputIsRefused, /^pantry_recipe .* said no more than "not_found: no"/],
  ["address that fails", wrongAddressesAreRefused, /^address .* ended as internal/],
  ["address completed by numbers", wrongAddressesAreRefused, /^completing name of jar:.* ended as internal/],
  ["address whose completion fails", wrongAddressesAreRefused, /^completing name of jar:.* ended as internal/],
  ["signal unheard", cancellingEnds, /^pantry_recipe .*, cancelled, worked on for over a second/],
  ["progress backwards", progressGoesForward, /^pantry_recipe .* told 1 of 3, then 0 of 3$/],
  ["progress beyond its total", progressGoesForward, /^pantry_recipe .* told 1 of 3, then 4 of 3$/],
  ["progress that is no number", progressGoesForward, /^pantry_recipe .* told 1 of 3, then NaN$/],
  ["system down by surprise", unreachableIsTold, /^pantry_list .* ended as internal/],
  ["password unmarked", secretsAreMarked, /^--password is a secret by its name/],
];

describe("a connector with one fault", () => {
  it.each(found.map(([fault, check, sentence]) => [fault, check.name, check, sentence] as const))(
    "is found out: %s",
    async (fault, _, { find }, sentence) => {
      expect(await find(await Trial.of(pantryContract(fault)))).toContainEqual(expect.stringMatching(sentence));
    },
  );

  it("is found out where it changes something, and its contract has no state to see that in", async () => {
    const { state: _, ...blind } = pantryContract();
    const faults = await readsChangeNothing.find(await Trial.of(blind));
    expect(faults).toEqual([expect.stringContaining("the contract needs a state")]);
  });

  it("is found out where it pages, and its contract has no call that fills more than one page", async () => {
    const contract = pantryContract();
    const calls = { ...contract.calls, pantry_list: [{ holding: "jar-11" }] };
    const faults = await pagesAreWhole.find(await Trial.of({ ...contract, calls }));
    expect(faults).toEqual([expect.stringMatching(/^pantry_list pages; the contract needs a call/)]);
  });
});

const foundInServer: ReadonlyArray<readonly [Check, typeof Trial, RegExp]> = [
  [plansAreTold, HeedlessTrial, /^pantry_put .*: a person was asked 0 times/],
  [confirmationIsNeeded, HeedlessTrial, /^pantry_take .* changed the system, though nobody could be asked/],
  [accessIsKept, HeedlessTrial, /^pantry_take is listed under access read/],
  [accessIsKept, HeedlessTrial, /^pantry_take .*: destroy under access write is not refused/],
  [accessIsKept, HeedlessTrial, /^pantry_put .* changed the system under access read/],
  [filterIsKept, HeedlessTrial, /^pantry_list is listed without it/],
  [filterIsKept, HeedlessTrial, /^pantry_list can be called without it/],
  [filterIsKept, HeedlessTrial, /^jar:\/\/jar-1 can be read without pantry_list/],
  [filterIsKept, HeedlessTrial, /^cook is listed without pantry_list/],
  [budgetIsKept, HeedlessTrial, /^pantry_list .* answers \d+ bytes, over its budget of 1024/],
  [callsAreRecorded, HeedlessTrial, /^There is no audit log/],
  [cursorsAreBound, ForgetfulTrial, /^pantry_list .*: its cursor, in another process, ended as/],
  [cursorsAreBound, ForgetfulTrial, /^pantry_list .* took the cursor of pantry_list/],
];

describe("a server that does not do what core does", () => {
  it.each(foundInServer.map(([check, kind, sentence]) => [check.name, kind.name, check, kind, sentence] as const))(
    "is found out by the check that it %s (%s)",
    async (_, _kind, { find }, Kind, sentence) => {
      expect(await find(await Kind.of(pantryContract()))).toContainEqual(expect.stringMatching(sentence));
    },
  );
});

it("finds each place in which a command shows its token", async () => {
  const contract = pantryContract();
  const environment = { ...contract.start.environment, LEAKS: "1" };
  const leaking = { ...contract, start: { argv: [], environment }, calls: { pantry_list: [{}] } };
  expect(await secretsStayHidden.find(await Trial.of(leaking))).toEqual([
    ...["--check", "--doctor", "an answer", "stderr"].map((where) => `${where} shows secret 1 of the contract's start`),
    ...["--check", "--doctor", "--list-tools", "stderr"].map((where) => `${where} shows a wrong --token`),
  ]);
});

it("finds a secret that is not marked in a connector that marks none", async () => {
  const contract = pantryContract();
  const options = z.object({ apiKey: option(z.string().optional(), { description: "Opens the pantry" }) });
  const trial = await Trial.of({ ...contract, connector: { ...contract.connector, options } });
  expect(await noSecretIsGiven.find(trial)).toEqual(["--api-key is a secret by its name, and not marked as one"]);
});

it("finds a fault with every check that there is", () => {
  const proven = [...found.map(([, check]) => check), ...foundInServer.map(([check]) => check)];
  const elsewhere = [secretsStayHidden, noSecretIsGiven];
  expect(new Set([...proven, ...elsewhere])).toEqual(new Set(checks));
});
