import fc from "fast-check";
import { getStaticTOMLValue, parseTOML } from "toml-eslint-parser";
import { describe, expect, it } from "vitest";
import type { ServerEntry } from "../../entries/server-entry.ts";
import { tomlFormat } from "./toml-format.ts";
import { tomlKey, tomlValue } from "./toml-value.ts";

const entry: ServerEntry = {
  command: "npx",
  args: ["-y", "@drawbridge/github@1.2.3"],
  env: { GITHUB_TOKEN: { variable: "GITHUB_TOKEN" }, DRAWBRIDGE_HOST: { text: "github.com" } },
};
const parse = (text: string) => getStaticTOMLValue(parseTOML(text)) as Record<string, Record<string, unknown>>;

describe("a host's TOML", () => {
  it("gets a server at its end, and keeps every other line as it is", () => {
    const before = `model = "o3" # best

[mcp_servers.old]
command = "y"   # why

[tui]
theme = "x"
`;
    const put = tomlFormat.put(before, "github", entry);
    expect(put).toBe(`${before}
[mcp_servers.github]
command = "npx"
args = ["-y", "@drawbridge/github@1.2.3"]
env = { DRAWBRIDGE_HOST = "github.com" }
env_vars = ["GITHUB_TOKEN"]
`);
    expect(tomlFormat.read(put).get("github")).toEqual(entry);
    expect(tomlFormat.take(put, "github")).toBe(before);
  });

  it("changes of a server only what is to be otherwise, and takes its table of variables", () => {
    const before = `[mcp_servers.github]
startup_timeout_sec = 20 # slow
command = "npx"
args = ["-y", "@drawbridge/github@1.0.0"]

[mcp_servers.github.env]
A = "b"

[tui]
x = 1
`;
    expect(tomlFormat.put(before, "github", entry)).toBe(`[mcp_servers.github]
startup_timeout_sec = 20 # slow
command = "npx"
args = ["-y", "@drawbridge/github@1.2.3"]
env = { DRAWBRIDGE_HOST = "github.com" }
env_vars = ["GITHUB_TOKEN"]

[tui]
x = 1
`);
    expect(parse(tomlFormat.put(before, "github", { ...entry, env: {} })).mcp_servers?.github).toEqual({
      startup_timeout_sec: 20,
      command: "npx",
      args: entry.args,
    });
  });

  it("leaves every value that is as it was, with its comments, tables and what only the host knows", () => {
    const before = `[mcp_servers.github]
command = "npx"
args = ["-y", "@drawbridge/github@1.2.2"] # pinned
env_vars = ["GITHUB_TOKEN", { name = "B", source = "remote" }]

[mcp_servers.github.env] # by hand
# why
DRAWBRIDGE_HOST = "github.com"
`;
    expect(tomlFormat.put(before, "github", entry)).toBe(before.replace("1.2.2", "1.2.3"));
  });

  it("puts a new value behind the comment of the last one", () => {
    const before = '[mcp_servers.github]\r\ncommand = "npx"\r\nargs = [] # none\r\n';
    const variables = { GITHUB_TOKEN: { variable: "GITHUB_TOKEN" } };
    expect(tomlFormat.put(before, "github", { command: "npx", args: [], env: variables })).toBe(
      `${before}env_vars = ["GITHUB_TOKEN"]\r\n`,
    );
  });

  it("puts one that is started by a command in the whole place of one that is reached over HTTP", () => {
    const put = tomlFormat.put('[mcp_servers.github]\nurl = "https://x"\n', "github", { ...entry, env: {} });
    expect(parse(put).mcp_servers).toEqual({ github: { command: "npx", args: entry.args } });
  });

  it("takes a server with its tables, wherever they stand, and keeps comments between", () => {
    const before =
      '[mcp_servers.a]\ncommand = "x"\n\n# of b\n[mcp_servers.b]\ncommand = "y"\n[mcp_servers.a.env]\nK = "v"\n';
    expect(tomlFormat.take(before, "a")).toBe('\n# of b\n[mcp_servers.b]\ncommand = "y"\n');
  });

  it.each([
    ["a = ", "line 1: it is not valid TOML"],
    ["mcp_servers = 5\n", '"mcp_servers" is no table'],
    ['mcp_servers = { github = { command = "x" } }\n', "does not stand in a table of its own"],
    ['a = 1\nmcp_servers = { b = { command = "x" } }\n', 'line 2: "mcp_servers" is one value'],
    ['[mcp_servers]\ngithub.command = "x"\n', "does not stand in a table of its own"],
  ])("is told to be wrong, or not to be edited: %j", (text, problem) => {
    expect(() => tomlFormat.put(text, "github", entry)).toThrow(problem);
  });

  it("is put and taken with nothing else changed, whatever it holds", () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9_ .-]{1,8}$/);
    const server = fc.record({ command: fc.string(), args: fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.dictionary(word, server, { maxKeys: 3 }), fc.constantFrom("\n", "\r\n"), (servers, eol) => {
        const tables = Object.entries(servers).map(
          ([name, { command, args }]) =>
            `[mcp_servers.${tomlKey(name)}]\ncommand = ${tomlValue(command)}\nargs = ${tomlValue(args)}\n`,
        );
        const text = `top = 1\n\n${tables.join("\n")}`.replaceAll("\n", eol);
        const put = tomlFormat.put(text, "new one", entry);
        expect([...tomlFormat.read(put)]).toEqual([
          ...Object.entries(servers).map(([name, { command, args }]) => [name, { command, args, env: {} }]),
          ["new one", expect.objectContaining({ command: "npx" })],
        ]);
        expect(tomlFormat.take(put, "new one").trimEnd()).toBe(text.trimEnd());
      }),
      { numRuns: 40 },
    );
  });
});
