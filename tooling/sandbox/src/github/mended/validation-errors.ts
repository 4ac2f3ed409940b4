import type { Answer, Ask } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";

/** By what is made: its name in GitHub's errors, the field it cannot lack, and whether another of that value may be there. */
const rules: ReadonlyArray<readonly [path: RegExp, resource: string, field: string]> = [
  [/\/issues$/, "Issue", "title"],
  [/\/issues\/\d+\/comments$/, "IssueComment", "body"],
  [/\/labels$/, "Label", "name"],
  [/\/milestones$/, "Milestone", "title"],
  [/\/pulls$/, "PullRequest", "title"],
  [/\/releases$/, "Release", "tag_name"],
  [/\/repos$/, "Repository", "name"],
];

/** The emulator's 422 with the fields that GitHub names, as far as what was sent tells them. */
export function withValidationErrors({ path, method, body }: Ask, answer: Answer): Answer {
  const { message = "", errors } = (answer.body ?? {}) as { message?: string; errors?: unknown };
  if (errors !== undefined) return answer;
  const rule = method === "POST" ? rules.find(([matches]) => matches.test(path)) : undefined;
  if (!/^Validation failed$|already exists$/i.test(message) || rule === undefined) return answer;
  const [, resource, own] = rule;
  // Only a milestone that is not there makes the emulator refuse an issue with a title.
  const isMilestone = resource === "Issue" && "milestone" in ((body ?? {}) as object);
  const field = isMilestone ? "milestone" : own;
  const value = (body as Record<string, unknown> | undefined)?.[field];
  const code = value === undefined || value === "" ? "missing_field" : isMilestone ? "invalid" : "already_exists";
  return refusal(422, /reference/i.test(message) ? message : "Validation Failed", {
    errors: [{ resource, code, field }],
  });
}
