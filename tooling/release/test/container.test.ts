import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { readContainerfile } from "../src/container/containerfile.ts";
import { builtConnectors } from "../src/published/built-connectors.ts";
import { workspaceRoot } from "../src/published/workspace-root.ts";

const image = readContainerfile();
const folder = mkdtempSync(join(tmpdir(), "drawbridge-container-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What follows the name of the image: the filesystem is nothing without folders. */
const operands: Readonly<Record<string, readonly string[]>> = { filesystem: [folder] };

const environment = {
  ...image.environment,
  DRAWBRIDGE_HTTP: "127.0.0.1:0",
  DRAWBRIDGE_HTTP_TOKEN: "a".repeat(64),
};

/** Exit code of the image's health check, asked where the server listens. */
function healthCheck(port: number): Promise<unknown> {
  const [, ...argv] = image.healthCheck.map((each) => each.replace(":8080/", `:${port}/`));
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { env: environment }, (error) => resolve(error === null ? 0 : error.code));
  });
}

describe("the container", () => {
  it("is not root's, needs no shell, and runs no scripts of packages while it is made", () => {
    expect(image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(image.entryPoint).toEqual(["node", "/opt/drawbridge/connector"]);
    expect(image.healthCheck[0]).toBe("node");
    for (const run of image.runs) if (run.includes("npm install")) expect(run).toContain("--ignore-scripts");
  });

  it("leaves what a connector is given to who starts it", () => {
    expect(image.command).toEqual([]);
  });

  it("has a root that nobody writes to, and no rights, as compose and Kubernetes start it", () => {
    const read = (file: string) => readFileSync(join(workspaceRoot, "docs", "operating", file), "utf8");
    const { services } = parse(read("compose.yaml"));
    expect(services.filesystem).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
    const [deployment] = read("kubernetes.yaml")
      .split(/^---$/m)
      .map((text) => parse(text))
      .filter((document) => document?.kind === "Deployment");
    const { securityContext, containers } = deployment.spec.template.spec;
    expect(securityContext).toMatchObject({ runAsNonRoot: true });
    expect(containers[0].securityContext).toMatchObject({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
    });
  });
});

describe.each(builtConnectors())("the container of $description.name", ({ folder: home, description }) => {
  it("passes the image's health check while it lives, and fails it afterwards", { timeout: 60_000 }, async () => {
    const argv = [join(home, "dist", "cli.js"), ...image.command, ...(operands[description.name] ?? [])];
    const child = spawn(process.execPath, argv, { env: environment, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    const exited = once(child, "close");
    let port = 0;
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      if (!line.includes('"event":"serving"')) continue;
      port = (JSON.parse(line) as { port: number }).port;
      break;
    }
    child.stderr.resume();
    expect({ port, said }).toMatchObject({ port: expect.toSatisfy((it: number) => it > 0) });
    expect(await healthCheck(port)).toBe(0);
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    expect(await healthCheck(port)).toBe(1);
  });
});
