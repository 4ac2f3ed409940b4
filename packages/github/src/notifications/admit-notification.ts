import type { GithubCall } from "../api/github-call.ts";
import { nobody } from "../trust/nobody.ts";
import type { Notification } from "./notification.ts";

/** Whether it is about a repository within the scope; then it is recorded as read: whose words its title is nobody says. */
export function admitNotification(call: GithubCall, { repository }: Notification): boolean {
  const [owner = "", repo = ""] = repository.full_name.split("/");
  if (!call.scope.admits(owner, repo)) return false;
  call.ledger.record({ owner, repo, author: nobody, what: `a notification about ${repository.full_name}` });
  return true;
}
