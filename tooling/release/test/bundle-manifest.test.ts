import { v0_3 } from "@anthropic-ai/mcpb/node";
import { describe, expect, it } from "vitest";
import { bundleManifest } from "../src/mcpb/bundle-manifest.ts";
import { builtConnectors } from "../src/published/built-connectors.ts";

describe.each(builtConnectors())("the manifest of the bundle of $manifest.name", (connector) => {
  const manifest = bundleManifest(connector);
  const fields = Object.entries(manifest.user_config ?? {});

  it("is one by the schema of the bundles' makers", () => {
    expect(() => v0_3.McpbManifestSchema.parse(manifest)).not.toThrow();
    expect(manifest.version).toBe(connector.manifest.version);
  });

  it("hands every field over, as an argument or by a variable that the connector reads", () => {
    const { args = [], env = {} } = manifest.server.mcp_config;
    const variables = connector.description.options.flatMap(({ environment }) => environment);
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
