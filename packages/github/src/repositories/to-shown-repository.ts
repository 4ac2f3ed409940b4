import type * as z from "zod";
import { given } from "../shown/given.ts";
import type { shownRepository } from "./shown-repository.ts";

/** What of GitHub's answer is looked at; its schemas `repository`, `full-repository` and `repo-search-result-item` all have it. */
interface Repository {
  readonly full_name: string;
  readonly html_url: string;
  readonly private: boolean;
  readonly description?: string | null;
  readonly visibility?: string;
  readonly default_branch?: string;
  readonly archived?: boolean;
  readonly parent?: { readonly full_name: string };
  readonly is_template?: boolean;
  readonly language?: string | null;
  readonly license?: { readonly spdx_id: string | null } | null;
  readonly topics?: readonly string[];
  readonly stargazers_count?: number;
  readonly forks_count?: number;
  readonly open_issues_count?: number;
  readonly pushed_at?: string | null;
  readonly permissions?: Readonly<Record<string, boolean>>;
}

/** Leaves out what is empty or said of most repositories. */
export function toShownRepository(repository: Repository): z.output<typeof shownRepository> {
  const { permissions = {}, topics = [] } = repository;
  const may = Object.keys(permissions).filter((permission) => permissions[permission]);
  return {
    full_name: repository.full_name,
    visibility: repository.visibility ?? (repository.private ? "private" : "public"),
    url: repository.html_url,
    ...given({
      description: repository.description || undefined,
      default_branch: repository.default_branch,
      archived: repository.archived || undefined,
      fork_of: repository.parent?.full_name,
      is_template: repository.is_template || undefined,
      language: repository.language,
      license: repository.license?.spdx_id,
      topics: topics.length > 0 ? [...topics] : undefined,
      stars: repository.stargazers_count || undefined,
      forks: repository.forks_count || undefined,
      open_issues: repository.open_issues_count || undefined,
      pushed_at: repository.pushed_at,
      may: may.length > 0 ? may : undefined,
    }),
  };
}
