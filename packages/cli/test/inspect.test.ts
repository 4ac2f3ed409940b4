import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { HttpProcess } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFolder } from "./person/package-folder.ts";
import { Person } from "./person/person.ts";

const filesystem = packageFolder("filesystem");
const processes = { timeout: 120_000 };

let person: Person;
beforeAll(() => {
  person = new Person();
  person.write("notes/list.md", "rake\n");
});
afterAll(() => person.remove());

const inspect = (...argv: string[]) => person.drawbridge("inspect", ...argv);

describe("drawbridge inspect", processes, () => {
  it("shows what a connector offers, and nothing of its log between", async () => {
    const { exitCode, stdout, stderr } = await inspect(filesystem, "--", "notes");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Files \d+\.\d+\.\d+, protocol 2026-07-28\n/);
    expect(stdout).toMatch(/\n {2}fs_read +reads +Reads a text file/);
    expect(stdout).toContain("file://{+path}");
    expect(stdout).toContain("summarize_directory");
  });

  it("calls tools, and reads resources", async () => {
    const called = await inspect(filesystem, "--call", "fs_read", "--arg", "path=list.md", "--", "notes");
    expect([called.exitCode, called.stdout]).toEqual([0, expect.stringContaining("rake")]);
    const uri = `file://${person.path("notes/list.md")}`;
    const { stdout } = await inspect(filesystem, "--read", uri, "--json", "--", "notes");
    expect(JSON.parse(stdout)).toMatchObject({ contents: [{ uri, text: "rake\n" }] });
  });

  it("answers what a server asks as it is told to, and declines where nobody can be asked", async () => {
    const file = person.write("work/old.md", "x");
    const call = ["--call", "fs_delete", "--input", JSON.stringify({ path: file })];
    const declined = await inspect(filesystem, ...call, "--", "work:full");
    expect(declined).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("The person declined") });
    expect(declined.stderr).toContain("the server asks: Allow Delete (fs_delete)?");
    const agreed = await inspect(filesystem, ...call, "--confirm", "yes", "--", "work:full");
    expect(agreed).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("answered yes") });
  });

  it("talks to one that listens, with the token that a variable holds", async () => {
    const server = await HttpProcess.start(`${filesystem}/dist/cli.js`, {
      argv: [person.path("notes")],
      environment: { DRAWBRIDGE_HTTP_TOKEN: "a-token-of-this-test" },
    });
    try {
      const url = server.url.toString();
      const token = { environment: { TOKEN: "a-token-of-this-test" } };
      const listed = await person.drawbridgeWith(token, "inspect", url, "--token-env", "TOKEN", "--json");
      expect(JSON.parse(listed.stdout)).toMatchObject({ server: { title: "Files" }, revision: "2026-07-28" });
      expect(await inspect(url)).toMatchObject({
        exitCode: 1,
        stderr: expect.stringMatching(/^drawbridge: no server answered: /),
      });
    } finally {
      server.kill();
      await server.exited;
    }
  });

  it("says that nobody listens", async () => {
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    gone.close();
    const { exitCode, stderr } = await inspect(`http://127.0.0.1:${port}/mcp`);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining("(ECONNREFUSED)")]);
  });

  it.each([
    [["http://127.0.0.1:1/mcp"], 1, "bad port"],
    [["--", "no-such-program"], 1, "no server answered: no-such-program is not found"],
    [["--", process.execPath, "-e", "process.exit(3)"], 1, "it ended before it answered"],
    [["filesytem"], 2, "did you mean filesystem?"],
    [[], 2, "name a connector or a URL, or write a command behind --"],
    [["filesystem", "--call", "x", "--read", "y"], 2, "do not go together"],
    [["https://x", "--token-env", "NOT_SET"], 2, "names the variable NOT_SET, which is not set"],
  ])("is called wrongly with %j, or meets nobody, and says so in one line", async (argv, code, problem) => {
    const { exitCode, stderr } = await inspect(...argv);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(problem)]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
