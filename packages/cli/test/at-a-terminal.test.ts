import { existsSync, mkdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageFolder } from "./person/package-folder.ts";
import { Person } from "./person/person.ts";
import { keys, Terminal } from "./person/terminal.ts";

const processes = { timeout: 120_000 };
const { enter, down, left } = keys;

let person: Person;
beforeEach(() => {
  person = new Person();
  mkdirSync(person.path(".cursor"));
  person.write("notes/list.md", "rake\n");
});
afterEach(() => person.remove());

describe("drawbridge at a terminal", processes, () => {
  it("asks what a connector's options declare, and for which hosts, and shows what it will write", async () => {
    const terminal = new Terminal(person, ["add", packageFolder("filesystem"), "--no-check"]);
    await terminal.answer("Folders to serve", "~/notes", enter);
    await terminal.answer("Another?", enter);
    await terminal.answer("What may hosts do with it?", down, enter);
    await terminal.answer("Set further options?", enter);
    await terminal.answer("For which hosts?", enter);
    await terminal.answer('+    "filesystem": {');
    await terminal.answer("Write this?", enter);
    expect(await terminal.end()).toBe(0);
    expect(person.json(".cursor/mcp.json")).toHaveProperty("mcpServers.filesystem.args", [
      expect.stringMatching(/cli\.js$/),
      "--access",
      "write",
      person.path("notes"),
    ]);
  });

  it("has a secret named by its variable, and does not take the secret itself for the name", async () => {
    const name = async (variable: string) => {
      const terminal = new Terminal(person, ["add", packageFolder("github"), "--no-check", "--host", "cursor"]);
      await terminal.answer("token:");
      // Where there is a keyring it is offered first.
      const hasKeyring = !terminal.shown.includes("No keyring can be had here");
      await terminal.answer("Do without it", ...(hasKeyring ? [down] : []), enter);
      await terminal.answer("The variable's name", "\u0015", variable, enter);
      return terminal;
    };
    const wrong = await name("ghp_0123456789abcdefghijABCDEFGHIJ012345");
    await wrong.answer("that is no name of a variable; nothing was written");
    expect(await wrong.end()).toBe(1);
    expect(existsSync(person.path(".cursor/mcp.json"))).toBe(false);
  });

  it("writes nothing when it is left", async () => {
    const terminal = new Terminal(person, ["add"]);
    await terminal.answer("Which connectors?", keys.escape);
    await terminal.answer("left off; nothing was written");
    expect(await terminal.end()).toBe(1);
    expect(existsSync(person.path(".cursor/mcp.json"))).toBe(false);
  });

  it("is a host: a tool is called, and what the server asks is answered", async () => {
    const file = person.path("notes/list.md");
    const terminal = new Terminal(person, [
      ...["inspect", packageFolder("filesystem"), "--call", "fs_delete", "--arg", `path=${file}`, "--", "notes:full"],
    ]);
    await terminal.answer("The server asks");
    await terminal.answer("Allow: Leave it off to decline", left, enter);
    expect(await terminal.end()).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  it("is a host: what is offered can be chosen and tried, until it is ended", async () => {
    const terminal = new Terminal(person, ["inspect", packageFolder("filesystem"), "--", "notes"]);
    await terminal.answer("Tools (");
    await terminal.answer("What next?", enter);
    await terminal.answer("Which tool?", enter);
    await terminal.answer("What next?", down, down, down, enter);
    expect(await terminal.end()).toBe(0);
    expect(terminal.shown).toContain(person.path("notes"));
  });
});
