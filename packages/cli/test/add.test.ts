import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { openHost, stdio } from "@drawbridge/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageFolder } from "./person/package-folder.ts";
import { Person } from "./person/person.ts";

const filesystem = packageFolder("filesystem");
const github = packageFolder("github");
const reference = (name: string) => `\${${name}}`;
const processes = { timeout: 120_000 };

let person: Person;
beforeEach(() => {
  person = new Person();
});
afterEach(() => person.remove());

describe("drawbridge add", processes, () => {
  it("configures every host that is found, by entries that a host can start", async () => {
    person.write(".config/Code/User/mcp.json", '{\n\t// mine\n\t"servers": {}\n}\n');
    person.write(".codex/config.toml", 'model = "x" # best\n');
    mkdirSync(person.path(".cursor"));
    person.write("notes/list.md", "rake\n");
    const { exitCode, stdout } = await person.drawbridge("add", filesystem, "--yes", "--", "notes");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Its system can be used.");
    const program = `${filesystem}/dist/cli.js`;
    const entry = { type: "stdio", command: "node", args: [program, person.path("notes")] };
    expect(person.json(".cursor/mcp.json")).toEqual({ mcpServers: { filesystem: entry } });
    expect(person.read(".config/Code/User/mcp.json")).toContain("// mine");
    expect(person.read(".codex/config.toml")).toContain(`args = ["${program}", "${person.path("notes")}"]`);
    expect(person.read(".codex/config.toml.drawbridge-backup")).toBe('model = "x" # best\n');
    expect(existsSync(person.path(".config/Claude"))).toBe(false);
    const host = await openHost("2025-11-25, SDK 1", stdio(program, { argv: entry.args.slice(1) }));
    const { text } = await host.callTool("fs_read", { path: "list.md" });
    await host.close();
    expect(text).toContain("rake");
  });

  it("records what it tells hosts, for nobody else to read", async () => {
    mkdirSync(person.path(".cursor"));
    await person.drawbridge("add", filesystem, "--yes", "--no-check", "--name", "notes", "--", `${person.home}:write`);
    const lock = person.json(".local/share/drawbridge/locks/notes.json") as {
      tools: string[];
      definitions: { tools: unknown[] };
    };
    expect(lock.tools).toContain("fs_write");
    expect(lock.tools).not.toContain("fs_delete");
    expect(lock.definitions.tools.length).toBeGreaterThan(lock.tools.length);
    expect(statSync(person.path(".local/share/drawbridge/locks/notes.json")).mode & 0o077).toBe(0);
    expect(statSync(person.path(".cursor/mcp.json")).mode & 0o077).toBe(0);
    expect((await person.drawbridge("list")).stdout).toContain("Added: notes.");
  });

  it("shows what it would write, and writes nothing in a dry run", async () => {
    mkdirSync(person.path(".gemini"));
    const { exitCode, stdout } = await person.drawbridge("add", filesystem, "--dry-run", "--no-check", "--", ".");
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('+    "filesystem": {')]);
    expect(readdirSync(person.path(".gemini"))).toEqual([]);
    expect(existsSync(person.path(".local"))).toBe(false);
  });

  it("writes a project's files, where a host has such", async () => {
    const project = person.path("project");
    mkdirSync(project);
    const { exitCode, stderr } = await person.drawbridgeWith(
      { folder: project },
      ...[
        "add",
        filesystem,
        "--yes",
        "--no-check",
        "--project",
        "--host",
        "claude-code,vscode,continue,windsurf",
        "--",
        ".",
      ],
    );
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining("Windsurf has no configuration of its own for a project"),
    ]);
    expect(person.json("project/.mcp.json")).toHaveProperty("mcpServers.filesystem.command", "node");
    expect(person.json("project/.vscode/mcp.json")).toHaveProperty(
      "servers.filesystem.args",
      expect.arrayContaining([project]),
    );
    expect(person.read("project/.continue/mcpServers/drawbridge.yaml")).toMatch(
      /^name: Drawbridge\nversion: 1.0.0\nschema: v1\nmcpServers:/,
    );
  });

  it("names the variable that holds a secret in each host's own way, and writes no secret", async () => {
    const secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    const hosts = "claude-desktop,claude-code,cursor,zed,codex,gemini-cli";
    const { exitCode, stdout, stderr } = await person.drawbridgeWith(
      { environment: { GITHUB_TOKEN: secret } },
      ...["add", github, "--yes", "--no-check", "--host", hosts, "--secret-env", "token=GITHUB_TOKEN"],
    );
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^drawbridge: Claude Desktop hands no variables to its servers: .*--secret-keyring token/);
    const env = (value: string) => ({ env: { DRAWBRIDGE_TOKEN: value } });
    expect(person.json(".claude.json")).toMatchObject({ mcpServers: { github: env(reference("GITHUB_TOKEN")) } });
    expect(person.json(".cursor/mcp.json")).toMatchObject({
      mcpServers: { github: env(reference("env:GITHUB_TOKEN")) },
    });
    expect(person.json(".gemini/settings.json")).toMatchObject({
      mcpServers: { github: env(reference("GITHUB_TOKEN")) },
    });
    expect(person.json(".config/zed/settings.json")).not.toHaveProperty("context_servers.github.env");
    expect(person.read(".codex/config.toml")).toContain('env_vars = ["GITHUB_TOKEN"]');
    const files = readdirSync(person.home, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const { parentPath, name } of files)
      expect(person.read(`${parentPath.slice(person.home.length)}/${name}`)).not.toContain(secret);
    expect(stdout).not.toContain(secret);
  });

  it.each([
    [["--", "postgres://u:hunter2@h/db"], "postgres", 1, "--secret-keyring url"],
    [
      ["--secret-env", "token=ghp_0123456789abcdefghijABCDEFGHIJ012345"],
      "github",
      2,
      "the variable's name and never its value",
    ],
    [["--secret-env", "tokn=GITHUB_TOKEN"], "github", 2, "did you mean token?"],
    [["--secret-env", "repos=X"], "github", 2, "repos holds no secret: give it behind --"],
    [["--", "--acces", "write"], "github", 1, "did you mean --access?"],
    [["--host", "cursr"], "github", 2, "did you mean cursor?"],
    [["--hots", "cursor"], "github", 2, "did you mean --host?"],
  ] as const)("refuses %j in one line, and says what to do", async (argv, connector, code, hint) => {
    mkdirSync(person.path(".cursor"));
    const { exitCode, stderr } = await person.drawbridge(
      "add",
      packageFolder(connector),
      "--yes",
      "--no-check",
      ...argv,
    );
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(hint)]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toMatch(/hunter2|ghp_/);
    expect(readdirSync(person.path(".cursor"))).toEqual([]);
  });

  it("writes nothing where what is accepted cannot be recorded", async () => {
    mkdirSync(person.path(".cursor"));
    person.write(".local/share/drawbridge", "");
    const { exitCode, stderr } = await person.drawbridge("add", filesystem, "--yes", "--no-check", "--", ".");
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^drawbridge: no lock can be recorded in .+\n$/)]);
    expect(existsSync(person.path(".cursor/mcp.json"))).toBe(false);
  });

  it("asks nobody where nobody can be asked", async () => {
    mkdirSync(person.path(".cursor"));
    const { exitCode, stderr } = await person.drawbridge("add", filesystem, "--no-check", "--", ".");
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("add --yes")]);
    expect((await person.drawbridge("add")).stderr).toContain("name a connector; drawbridge list shows them");
    expect(readdirSync(person.path(".cursor"))).toEqual([]);
  });

  it("tells that a registry cannot be reached, in one line", async () => {
    mkdirSync(person.path(".cursor"));
    const { exitCode, stdout, stderr } = await person.drawbridge("add", "filesystem", "--yes", "--", ".");
    expect(stdout).toMatch(
      /^the registry could not be asked for @drawbridge\/filesystem \(ECONNREFUSED\); 0\.\d+\.\d+ is taken/,
    );
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/npm could not fetch it \(ECONNREFUSED\); look at the network/),
    ]);
  });
});

describe("a configuration that cannot be changed just so", processes, () => {
  const add = (...argv: string[]) =>
    person.drawbridge("add", filesystem, "--yes", "--no-check", "--host", "cursor", ...argv, "--", ".");

  it.each([
    ['{"mcpServers": {"a": }}', "line 1: it is not valid JSON"],
    ['{"mcpServers": []}', '"mcpServers" is no object'],
    ["\u{FEFF}[]", "it holds no JSON object"],
  ])("is left as it is where it is %j, and another host's is not", async (text, problem) => {
    person.write(".cursor/mcp.json", text);
    const { exitCode, stderr } = await add("--host", "gemini-cli");
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(problem)]);
    expect(person.read(".cursor/mcp.json")).toBe(text);
    expect(person.json(".gemini/settings.json")).toHaveProperty("mcpServers.filesystem");
  });

  it("is left as it is where it is read-only, which its owner meant", async () => {
    const file = person.write(".cursor/mcp.json", "{}");
    chmodSync(file, 0o444);
    const { exitCode, stderr } = await add();
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`chmod u+w "${file}"`)]);
    expect(person.read(".cursor/mcp.json")).toBe("{}");
  });

  it("is followed where it is a link, which stays one, and keeps its mode", async () => {
    const file = person.write("dotfiles/mcp.json", "{}\n");
    chmodSync(file, 0o640);
    mkdirSync(person.path(".cursor"));
    symlinkSync(file, person.path(".cursor/mcp.json"));
    const { exitCode, stdout } = await add();
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(`This is a link: ${file} is what is changed.`)]);
    expect(lstatSync(person.path(".cursor/mcp.json")).isSymbolicLink()).toBe(true);
    expect(person.json("dotfiles/mcp.json")).toHaveProperty("mcpServers.filesystem");
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it("is told of where it is a link that leads nowhere, or a folder", async () => {
    mkdirSync(person.path(".cursor"));
    symlinkSync(person.path("gone"), person.path(".cursor/mcp.json"));
    expect((await add()).stderr).toContain("is a link that leads nowhere");
    mkdirSync(person.path("gone"));
    expect((await add()).stderr).toContain("is no file");
  });

  it("keeps a server that has the name, unless it is to be replaced, and what else is set of it", async () => {
    const text = '{"mcpServers": {"filesystem": {"command": "other", "env": {"A": "b"}, "disabled": true}}}';
    person.write(".cursor/mcp.json", text);
    const { exitCode, stderr } = await add();
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/has a server "filesystem" already.*--replace.*--name/),
    ]);
    expect(person.read(".cursor/mcp.json")).toBe(text);
    expect((await add("--replace")).exitCode).toBe(0);
    const { mcpServers } = person.json(".cursor/mcp.json") as { mcpServers: Record<string, object> };
    expect(mcpServers.filesystem).toEqual({ type: "stdio", command: "node", args: expect.any(Array), disabled: true });
    expect((await add()).stdout).toContain("has it already");
  });

  it("waits for no other run that changes it, and says which file to delete where there is none", async () => {
    const file = person.write(".cursor/mcp.json", "{}");
    person.write(".cursor/mcp.json.drawbridge-new", "");
    const { exitCode, stderr } = await add();
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`delete ${file}.drawbridge-new`)]);
    expect(person.read(".cursor/mcp.json")).toBe("{}");
  });
});
