/** What `--max-result-bytes` takes, as it is written. */
export const budgets = { smallest: "1024", largest: "1048576" } as const;
