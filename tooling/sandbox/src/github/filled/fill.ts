import type { Stand } from "../stand.ts";
import { fillDiscussions } from "./fill-discussions.ts";
import { fillPeople } from "./fill-people.ts";
import { fillSite } from "./fill-site.ts";
import { fillVault } from "./fill-vault.ts";
import { fillWorkflows } from "./fill-workflows.ts";

/** Puts into a fresh stand what it starts with, by requests of those who own it. */
export async function fill(stand: Stand): Promise<void> {
  await fillPeople(stand);
  await Promise.all([fillSite(stand), fillVault(stand)]);
  await fillWorkflows(stand);
  fillDiscussions(stand);
}
