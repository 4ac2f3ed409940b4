import type { Content } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { done } from "../changing/done.ts";
import { needed } from "../changing/needed.ts";
import { shownFields } from "../changing/shown-fields.ts";
import { given } from "../shown/given.ts";

/** What `github_labels_write` is asked; each method takes some of it. */
export interface LabelInput extends RepositoryName {
  readonly kind: "label" | "milestone";
  readonly method: "create" | "update" | "delete";
  readonly name?: string | undefined;
  readonly new_name?: string | undefined;
  readonly color?: string | undefined;
  readonly description?: string | undefined;
  readonly milestone_number?: number | undefined;
  readonly title?: string | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly due_on?: string | undefined;
}

type Making = (input: LabelInput, call: GithubCall) => Change;

const labels = "/repos/{owner}/{repo}/labels";
const milestones = "/repos/{owner}/{repo}/milestones";

const createLabel: Making = ({ method, name, color, description, ...at }, call) => {
  const label = { name: needed(name, "name", method), ...given({ color, description }) };
  return creation(at, `the label ${label.name}`, label, async (to) => {
    await call.request(`POST ${labels}`, { ...to, ...label });
    return {};
  });
};

const updateLabel: Making = (input, call) => {
  const { new_name, color, description } = input;
  const fields = changed(given({ new_name, color, description }), "new_name, color or description");
  return ofLabel(input, call, `Update it:\n\n${shownFields(fields)}`, async (at, about) => {
    await call.request(`PATCH ${labels}/{name}`, { ...at, ...fields }, about);
    return done(`Updated ${about}`);
  });
};

const deleteLabel: Making = (input, call) =>
  ofLabel(input, call, "Delete it, and take it from all issues and pull requests", async (at, about) => {
    await call.request(`DELETE ${labels}/{name}`, at, about);
    return done(`Deleted ${about}`);
  });

const createMilestone: Making = ({ method, title, state, description, due_on, ...at }, call) => {
  const milestone = { title: needed(title, "title", method), ...given({ state, description, due_on }) };
  return creation(at, `the milestone ${milestone.title}`, milestone, async (to) => {
    const { number } = await call.request(`POST ${milestones}`, { ...to, ...milestone });
    return { number };
  });
};

const updateMilestone: Making = (input, call) => {
  const { title, state, description, due_on } = input;
  const fields = changed(given({ title, state, description, due_on }), "title, state, description or due_on");
  return ofMilestone(input, call, `Update it:\n\n${shownFields(fields)}`, async (at, about) => {
    await call.request(`PATCH ${milestones}/{milestone_number}`, { ...at, ...fields }, about);
    return done(`Updated ${about}`);
  });
};

const deleteMilestone: Making = (input, call) =>
  ofMilestone(input, call, "Delete it, and take it from all issues and pull requests", async (at, about) => {
    await call.request(`DELETE ${milestones}/{milestone_number}`, at, about);
    return done(`Deleted ${about}`);
  });

/** How each method of `github_labels_write` changes what. */
export const labelChanges = {
  label: { create: createLabel, update: updateLabel, delete: deleteLabel },
  milestone: { create: createMilestone, update: updateMilestone, delete: deleteMilestone },
} as const;

function changed<Fields extends object>(fields: Fields, of: string): Fields {
  return needed(Object.keys(fields).length === 0 ? undefined : fields, `something to change: ${of}`, "update");
}

function creation(
  { owner, repo }: RepositoryName,
  what: string,
  fields: Readonly<Record<string, unknown>>,
  create: (at: RepositoryName) => Promise<Readonly<Record<string, number>>>,
): Change {
  const at = { owner, repo };
  return {
    target: at,
    foresee: async () => ({ summary: `Create ${what} in ${owner}/${repo}\n\n${shownFields(fields)}`, state: fields }),
    apply: async () => done(`Created ${what} in ${owner}/${repo}`, await create(at)),
  };
}

/** A change to a label that is there. What is foreseen rests on it as it is. */
function ofLabel(
  { owner, repo, method, ...input }: LabelInput,
  call: GithubCall,
  what: string,
  apply: (at: RepositoryName & { readonly name: string }, about: string) => Promise<Content>,
): Change {
  const at = { owner, repo, name: needed(input.name, "name", method) };
  const about = `the label ${at.name} of ${owner}/${repo}`;
  return {
    target: { owner, repo },
    async foresee() {
      const { name, color, description } = await call.request(`GET ${labels}/{name}`, at, about);
      return { summary: `The label ${name} of ${owner}/${repo}\n\n${what}`, state: [what, name, color, description] };
    },
    apply: () => apply(at, about),
  };
}

/** As `ofLabel`, of a milestone. */
function ofMilestone(
  { owner, repo, method, ...input }: LabelInput,
  call: GithubCall,
  what: string,
  apply: (at: RepositoryName & { readonly milestone_number: number }, about: string) => Promise<Content>,
): Change {
  const at = { owner, repo, milestone_number: needed(input.milestone_number, "milestone_number", method) };
  const about = `the milestone ${at.milestone_number} of ${owner}/${repo}`;
  return {
    target: { owner, repo },
    async foresee() {
      const { title, updated_at } = await call.request(`GET ${milestones}/{milestone_number}`, at, about);
      return { summary: `The milestone ${title} of ${owner}/${repo}\n\n${what}`, state: [what, updated_at] };
    },
    apply: () => apply(at, about),
  };
}
