/** The toolsets: those that are on where nobody says otherwise, which most work needs, and those to ask for. */
export const toolsetNames = {
  byDefault: ["context", "repos", "files", "changes", "issues", "pulls", "actions"],
  onRequest: ["publishing", "security", "discussions", "gists", "notifications", "projects", "orgs", "stars", "labels"],
} as const;
