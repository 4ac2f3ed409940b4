/** A project for people, who know it by its number: `project 2 of acme`. */
export function projectName({
  owner,
  project_number,
}: {
  readonly owner: string;
  readonly project_number: number;
}): string {
  return `project ${project_number} of ${owner}`;
}
