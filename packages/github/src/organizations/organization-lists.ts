import { given } from "../shown/given.ts";

/** What GitHub tells of an organisation, a team or a member, as far as it is looked at here. */
export interface Told {
  readonly login?: string;
  readonly name?: string | null;
  readonly slug?: string;
  readonly full_name?: string;
  readonly description?: string | null;
  readonly privacy?: string;
  readonly permission?: string;
  readonly role_name?: string;
  readonly parent?: { readonly slug: string } | null;
  readonly public_repos?: number;
  readonly members_count?: number;
  readonly repos_count?: number;
  readonly created_at?: string;
  readonly html_url?: string;
}

interface OrganizationList {
  readonly route: string;
  /** What it needs beside. */
  readonly needs: ReadonlyArray<"org" | "team_slug">;
  /** Whether those of one role alone can be asked for. */
  readonly takesRole?: boolean;
  /** Whether one thing is told instead of a list. */
  readonly isOne?: boolean;
  shape(told: Told): Record<string, unknown>;
}

const person = ({ login }: Told) => ({ login });

const team = ({ slug, name, description, privacy, parent }: Told) => ({
  slug,
  name,
  ...given({ description: description || undefined, privacy, parent: parent?.slug }),
});

/** What `github_orgs` tells, by its method. */
export const organizationLists = {
  list: {
    route: "GET /user/orgs",
    needs: [],
    shape: ({ login, description }) => ({ login, ...given({ description: description || undefined }) }),
  },
  get: {
    route: "GET /orgs/{org}",
    needs: ["org"],
    isOne: true,
    shape: ({ login, name, description, public_repos, created_at, html_url: url }) => ({
      login,
      ...given({ name, description: description || undefined, public_repos, created_at, url }),
    }),
  },
  members: { route: "GET /orgs/{org}/members", needs: ["org"], takesRole: true, shape: person },
  teams: { route: "GET /orgs/{org}/teams", needs: ["org"], shape: team },
  team: {
    route: "GET /orgs/{org}/teams/{team_slug}",
    needs: ["org", "team_slug"],
    isOne: true,
    shape: (told) => ({ ...team(told), ...given({ members: told.members_count, repositories: told.repos_count }) }),
  },
  team_members: {
    route: "GET /orgs/{org}/teams/{team_slug}/members",
    needs: ["org", "team_slug"],
    takesRole: true,
    shape: person,
  },
  team_repos: {
    route: "GET /orgs/{org}/teams/{team_slug}/repos",
    needs: ["org", "team_slug"],
    shape: ({ full_name, role_name: role }) => ({ full_name, ...given({ role }) }),
  },
} as const satisfies Record<string, OrganizationList>;

/** For what does not know which one it has. */
export type AnyOrganizationList = OrganizationList;
