/** What `--help` prints. */
export const HELP = `Measures our servers beside others, in the same run and in turn, and prints their ratios.

  pnpm bench [options]

  --suite name    what to measure: filesystem, containment, pipeline, http, postgres, github, figma-edit, or all (the default)
  --rounds n      rounds of each server in each measure (15)
  --only glob     only the measures of this name: start-up, 'read-*', '*-all'
  --json          the figures with their spread as JSON on stdout, in place of the table
  --enforce       exit 1 when a goal is missed
  --help

Exit codes: 0 it ran, 1 something failed to run (or a goal is missed, with --enforce), 2 wrong usage.
`;
