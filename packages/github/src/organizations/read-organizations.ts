import type { ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import { needed } from "../changing/needed.ts";
import { fillPage } from "../listing/fill-page.ts";
import { given } from "../shown/given.ts";
import { type AnyOrganizationList, organizationLists, type Told } from "./organization-lists.ts";

/** What `github_orgs` is asked. */
export interface OrganizationsInput {
  readonly method: keyof typeof organizationLists;
  readonly org?: string | undefined;
  readonly team_slug?: string | undefined;
  readonly role?: "all" | "admin" | "member" | "maintainer" | undefined;
  readonly limit: number;
}

/** Tells of organisations, their teams and members, within the scope. */
export async function readOrganizations(input: OrganizationsInput, context: ToolContext<Github>) {
  const { method, org, team_slug, role, limit } = input;
  const { route, needs, takesRole, isOne, shape }: AnyOrganizationList = organizationLists[method];
  for (const field of needs) needed(input[field], field, method);
  const call = context.client.call(context);
  if (role !== undefined && !takesRole) throw call.invalid("Only members and team_members are told by role.");
  const about = needs.includes("team_slug") ? `the team ${org}/${team_slug}` : (org ?? "your organisations");
  if (org !== undefined) call.scope.assertAdmitsOwner(org, `what belongs to ${org}`);
  const ask = async (page: number): Promise<readonly Told[]> => {
    const paging = isOne ? {} : { ...given({ role }), per_page: limit, page };
    const parameters = { ...Object.fromEntries(needs.map((field) => [field, input[field]])), ...paging };
    const told = JSON.parse((await call.sendBeyond(route, parameters, about, org, { isRecorded: true })).body);
    return isOne ? [told] : told;
  };
  const items = await fillPage({ page: context.page, size: isOne ? 2 : limit }, ask, (told) =>
    isAdmitted(call, told, org) ? shape(told) : undefined,
  );
  if (org !== undefined) recordOrganization(call, org, method);
  return { items };
}

/** Organisations, and a team's repositories, are named by what is told. */
function isAdmitted(call: GithubCall, { login = "", full_name: name }: Told, org: string | undefined): boolean {
  if (name !== undefined) {
    const [owner = "", repo = ""] = name.split("/");
    if (!call.scope.admits(owner, repo)) return false;
    call.ledger.record({ owner, repo, author: undefined, what: name });
  } else if (org === undefined) {
    if (!call.scope.admitsOwner(login)) return false;
    recordOrganization(call, login, "list");
  }
  return true;
}

/** What an organisation says of itself it says to all; who belongs to it, and its teams, it tells its members. */
function recordOrganization({ ledger, scope }: GithubCall, owner: string, method: OrganizationsInput["method"]): void {
  const isPublic = method === "get" || method === "list";
  const beyond = isPublic ? ({ privacy: 0, isOurs: !scope.isOpen } as const) : ({ privacy: 2, isOurs: true } as const);
  ledger.record({
    owner,
    repo: `organisation, ${method}`,
    author: undefined,
    beyond,
    what: `the ${method} of ${owner}`,
  });
}
