import { fieldOf } from "./field-of.ts";

type Node = Readonly<Record<string, unknown>>;
type Authors = ReadonlyArray<string | undefined>;

/** What sets off a workflow that only those do who may write; of a pull request it is whoever opened or pushed to it. */
const writersEvents: ReadonlySet<unknown> = new Set([
  ...["push", "schedule", "workflow_dispatch", "repository_dispatch", "merge_group", "release", "create", "delete"],
  ...["deployment", "deployment_status", "dynamic", "pull_request"],
]);

/**
 * Whose words stand in something that GitHub answered, by REST or GraphQL, without what it holds further down. Undefined among
 * them is somebody unknown: what has the place of an author and none in it, and texts that come without.
 *
 * A commit's author is nobody's word: it is found by an address that whoever made the commit chose. For what is on a branch
 * those stand who may push there, as they do for its files.
 */
export function authorsIn(node: Node): Authors {
  return [...ofText(node), ...ofEvent(node), ...ofPull(node), ...ofRun(node)];
}

function ofText(node: Node): Authors {
  if (typeof node.body !== "string" && typeof node.title !== "string") return [];
  if ("user" in node) return [loginOf(node.user)];
  // Releases, milestones and checks are made by those who may write; of a check's pull request more is recorded.
  const isOwn = ["tag_name", "due_on", "annotations_count"].some((field) => field in node);
  return isOwn || node.__typename === "CheckRun" ? [] : [loginOf(node.author) ?? loginOf(node.creator)];
}

/** A title from before and a commit's message are not of whoever acted; a notification does not say of whom its subject is. */
function ofEvent(node: Node): Authors {
  const { event, subject } = node;
  const isUnknown = event === "renamed" || event === "committed" || ("repository" in node && fieldOf(subject, "title"));
  return isUnknown ? [undefined] : [];
}

function ofPull({ head, base, isCrossRepository, headRepository }: Node): Authors {
  if (isCrossRepository === true)
    return [String(fieldOf(headRepository, "nameWithOwner") ?? "").split("/")[0] || undefined];
  const isPull = typeof fieldOf(head, "sha") === "string" && typeof fieldOf(base, "sha") === "string";
  return isPull ? ofFork(fieldOf(head, "repo"), fieldOf(base, "repo")) : [];
}

function ofRun({ event, head_sha, head_repository, repository, workflow_run: run }: Node): Authors {
  const isForks = fieldOf(run, "head_repository_id") !== fieldOf(run, "repository_id");
  if (run !== undefined) return isForks ? [undefined] : [];
  if (typeof head_sha !== "string" || event === undefined) return [];
  return [...ofFork(head_repository, repository), ...(writersEvents.has(event) ? [] : [undefined])];
}

/** Whoever has a fork stands for it where they may write to what it was forked from. */
function ofFork(head: unknown, base: unknown): Authors {
  const name = fieldOf(head, "full_name");
  return name !== undefined && name === fieldOf(base, "full_name") ? [] : [loginOf(fieldOf(head, "owner"))];
}

function loginOf(person: unknown): string | undefined {
  const login = fieldOf(person, "login");
  return typeof login === "string" ? login : undefined;
}
