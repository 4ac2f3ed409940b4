/** What `--help` prints. */
export const help = `Makes a new MCP connector: it builds, passes Drawbridge's contract, and runs in a host. You put your system in.

Usage
  npm create @drawbridge/connector@latest [name] -- [options]

  name               acme-tickets: lower-case words with hyphens; its tools, variables and command are named after it

Options
  --system <name>    what people call the system, as "Acme Tickets"; the name's words, capitalised, where it is left out
  --package <name>   what npm is to call it, as @acme/mcp-tickets; mcp-<name> where it is left out
  --folder <path>    where to make it; ./<name>, or packages/<name> in the Drawbridge repository
  --own              make it for a repository of its own, also within Drawbridge's, where --package and --folder need it
  --yes              ask nothing
  --help, --version

Where a terminal is at hand, what is left out is asked for.

Examples
  npm create @drawbridge/connector@latest                          be asked
  npm create @drawbridge/connector@latest acme-tickets -- --yes    make ./acme-tickets
`;
