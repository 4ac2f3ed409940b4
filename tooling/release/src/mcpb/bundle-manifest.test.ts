import { v0_3 } from "@anthropic-ai/mcpb/node";
import { describe, expect, it } from "vitest";
import { connectors } from "../published/connectors.ts";
import { publishedPackages } from "../published/published-packages.ts";
import { workspaceRoot } from "../published/workspace-root.ts";
import { bundleManifest } from "./bundle-manifest.ts";

const packages = publishedPackages(workspaceRoot);

describe.each(connectors)("the manifest of $name's bundle", (connector) => {
  const { manifest: ours } = packages.find(({ manifest }) => manifest.name === `@drawbridge/${connector.name}`) ?? {};
  if (ours === undefined) throw new Error(`No package of ${connector.name}`);
  const manifest = bundleManifest(connector, ours);
  const fields = Object.entries(manifest.user_config ?? {});

  it("is one by the schema of the bundles' makers", () => {
    expect(() => v0_3.McpbManifestSchema.parse(manifest)).not.toThrow();
    expect(manifest.version).toBe(ours.version);
  });

  it("hands every field over, as an argument or by a variable that the connector reads", () => {
    const { args = [], env = {} } = manifest.server.mcp_config;
    const variables = [...connector.own, ...connector.standard].flatMap(({ environment }) => environment);
    for (const [key] of fields) expect([...args, ...Object.values(env)]).toContain(`\${user_config.${key}}`);
    for (const name of Object.keys(env)) expect(variables).toContain(name);
  });

  it("leaves no field without a value that may stay empty, and hides what is secret", () => {
    for (const [key, field] of fields) {
      if (field.required !== true) expect({ key, default: field.default }).toHaveProperty("default");
      if (/^(token|url|.*key)$/i.test(key))
        expect({ key, sensitive: field.sensitive }).toEqual({ key, sensitive: true });
    }
  });
});
