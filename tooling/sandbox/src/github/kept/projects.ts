/** A card of a project's: an issue or pull request by its path, or a note. */
export interface ProjectItem {
  readonly id: number;
  readonly path: string | null;
  readonly title: string;
  status: string | null;
  isArchived?: boolean;
}

/** A project of an organisation's (what GitHub calls ProjectV2). */
export interface Project {
  readonly number: number;
  readonly owner: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly items: ProjectItem[];
}

/** What a card's status may be. */
export const projectStatuses = ["Todo", "In Progress", "Done"] as const;

/** The projects that there are: one anybody may see, and one for members, which holds a card of a private repository. */
export function startProjects(): Project[] {
  return [
    {
      number: 1,
      owner: "acme",
      title: "Roadmap",
      isPublic: true,
      items: [
        { id: 1, path: "/repos/acme/site/issues/2", title: "", status: "In Progress" },
        { id: 2, path: "/repos/acme/vault/issues/1", title: "", status: "Todo" },
        { id: 3, path: null, title: "Think of a name", status: "Todo" },
      ],
    },
    { number: 2, owner: "acme", title: "Inside", isPublic: false, items: [] },
  ];
}
