import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound, refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";

/** Parts of issues, and what they wait for. Those that the asking person may not see are left out. */
export function issueLinkRoutes(stand: Stand): Routes {
  const { links } = stand;
  const get = async (ask: Ask, path: string): Promise<Answer> =>
    stand.answer({ ...ask, method: "GET", path, query: new URLSearchParams(), body: undefined });
  const listed = async (ask: Ask, paths: readonly string[]) => {
    const issue = await get(ask, issueOf(ask));
    if (issue.status !== 200) return issue;
    const all = await Promise.all(paths.map((path) => get(ask, path)));
    return page(
      ask,
      stand.url,
      all.filter(({ status }) => status === 200).map(({ body }) => body),
    );
  };
  // Answers with issues have said where each is by its number.
  const pathOf = (id: unknown): string | undefined => stand.issuePaths.get(Number(id));
  const issueOf = (ask: Ask) => ask.path.replace(/^(\/repos\/[^/]+\/[^/]+\/issues\/\d+).*/, "$1");
  const linked = async (ask: Ask, id: unknown, link: (issue: string, other: string) => void, status: number) => {
    const [issue, other] = [await get(ask, issueOf(ask)), pathOf(id)];
    if (issue.status !== 200) return issue;
    const found = other === undefined ? notFound() : await get(ask, other);
    if (other === undefined || found.status !== 200) return notFound();
    if (other === issueOf(ask))
      return refusal(422, "Validation Failed", { errors: [{ resource: "Issue", code: "invalid", field: "issue_id" }] });
    link(issueOf(ask), other);
    // GitHub answers with the issue itself, and not with what was linked to it.
    return { status, body: status === 201 && !ask.path.includes("dependencies") ? issue.body : found.body };
  };
  const at = "/repos/{owner}/{repo}/issues/{number}";
  return {
    [`GET ${at}/sub_issues`]: (ask) => listed(ask, links.partsOf(issueOf(ask))),
    [`GET ${at}/parent`]: (ask) => {
      const parent = links.parentOf(issueOf(ask));
      return parent === undefined ? notFound() : get(ask, parent);
    },
    [`POST ${at}/sub_issues`]: (ask) =>
      linked(
        ask,
        (ask.body as { sub_issue_id?: number }).sub_issue_id,
        (issue, other) => links.addPart(issue, other),
        201,
      ),
    [`DELETE ${at}/sub_issue`]: (ask) =>
      linked(
        ask,
        (ask.body as { sub_issue_id?: number }).sub_issue_id,
        (issue, other) => links.removePart(issue, other),
        200,
      ),
    [`PATCH ${at}/sub_issues/priority`]: (ask) =>
      linked(ask, (ask.body as { sub_issue_id?: number }).sub_issue_id, () => undefined, 200),
    [`GET ${at}/dependencies/blocked_by`]: (ask) => listed(ask, links.blockersOf(issueOf(ask))),
    [`GET ${at}/dependencies/blocking`]: (ask) => listed(ask, links.blockedBy(issueOf(ask))),
    [`POST ${at}/dependencies/blocked_by`]: (ask) =>
      linked(ask, (ask.body as { issue_id?: number }).issue_id, (issue, other) => links.block(issue, other), 201),
    [`DELETE ${at}/dependencies/blocked_by/{issue}`]: (ask, _owner, _repo, _number, id) =>
      linked(ask, id, (issue, other) => links.unblock(issue, other), 200),
  };
}
