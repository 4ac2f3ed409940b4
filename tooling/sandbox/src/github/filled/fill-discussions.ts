import type { Stand } from "../stand.ts";

/** Two discussions of the site: a stranger's question that ben has answered, and an idea of rita's. */
export function fillDiscussions({ discussions }: Stand): void {
  const repository = "acme/site";
  const asked = { repository, login: "mallory", category: "q-a", title: "Can it subtract?", body: "Or only add?" };
  const question = discussions.add(asked);
  const answer = discussions.comment(question, "ben", "Add a negative number.", null);
  discussions.comment(question, "mallory", "Thanks.", answer.id);
  question.answer = answer.id;
  discussions.add({ repository, login: "rita", category: "ideas", title: "Multiply", body: "By adding often." });
}
