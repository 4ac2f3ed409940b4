import { startAlerts } from "../kept/alerts.ts";
import type { Stand } from "../stand.ts";

/** More of what is given page by page than one page holds: alerts of `acme/tools`, what ada is told of, and notes of a project. */
export function fillMuch(stand: Stand): void {
  const [alert] = startAlerts().filter(({ kind }) => kind === "dependabot");
  const [told] = stand.notifications;
  const [project] = stand.projects;
  if (alert === undefined || told === undefined || project === undefined) throw new Error("The stand holds nothing");
  for (let number = 1; number <= 8; number++) {
    stand.alerts.push({ ...alert, repository: "acme/tools", number });
    stand.notifications.push({ ...told, id: 100 + number, title: `${told.title}, the ${number}th time` });
    project.items.push({ id: 100 + number, path: null, title: `Think of name number ${number}`, status: "Todo" });
  }
}
