import { given } from "../shown/given.ts";
import { someReferences } from "./some-references.ts";
import { type Vulnerability, vulnerable } from "./vulnerable.ts";

/** An alert as GitHub tells it, as far as it is looked at here. What is not named is not shown: above all no secret. */
export interface Alert {
  readonly number: number;
  readonly state: string;
  readonly created_at: string;
  readonly html_url: string;
  readonly dismissed_reason?: string | null;
  readonly dismissed_comment?: string | null;
  readonly resolution?: string | null;
  readonly resolution_comment?: string | null;
  readonly rule?: {
    readonly id?: string;
    readonly severity?: string | null;
    readonly security_severity_level?: string | null;
    readonly description?: string;
    readonly help?: string | null;
  };
  readonly tool?: { readonly name?: string };
  readonly most_recent_instance?: {
    readonly ref?: string;
    readonly message?: { readonly text?: string };
    readonly location?: { readonly path?: string; readonly start_line?: number; readonly end_line?: number };
  };
  readonly secret_type?: string;
  readonly secret_type_display_name?: string;
  readonly validity?: string;
  readonly publicly_leaked?: boolean | null;
  readonly dependency?: { readonly manifest_path?: string; readonly scope?: string | null };
  readonly security_advisory?: {
    readonly ghsa_id: string;
    readonly cve_id: string | null;
    readonly summary: string;
    readonly description: string;
    readonly references: readonly { readonly url: string }[];
  };
  readonly security_vulnerability?: Vulnerability & { readonly severity: string };
}

interface AlertKind {
  /** As it stands in GitHub's paths. */
  readonly path: string;
  /** Which of the tool's filters GitHub takes for it. */
  readonly filters: readonly string[];
  /** Whether its pages are found by cursors. */
  readonly byCursor: boolean;
  /** Sent always. */
  readonly always?: Readonly<Record<string, unknown>>;
  /** What of one is shown in a list. */
  shape(alert: Alert): Record<string, unknown>;
  /** What is shown beside where one is looked at. */
  details?(alert: Alert): Record<string, unknown>;
}

/** The three scans. */
export const alertKinds = {
  code_scanning: {
    path: "code-scanning",
    filters: ["state", "ref", "tool_name"],
    byCursor: false,
    shape: ({ rule, tool, most_recent_instance: instance }) =>
      given({
        rule: rule?.id,
        description: rule?.description,
        severity: rule?.security_severity_level ?? rule?.severity,
        tool: tool?.name,
        ref: instance?.ref,
        path: instance?.location?.path,
        line: instance?.location?.start_line,
        message: instance?.message?.text,
      }),
    details: ({ rule, most_recent_instance: instance }) =>
      given({ end_line: instance?.location?.end_line, help: rule?.help }),
  },
  secret_scanning: {
    path: "secret-scanning",
    filters: ["state", "secret_type"],
    byCursor: false,
    // What is not sent need not be kept back.
    always: { hide_secret: true },
    shape: ({ secret_type: type, secret_type_display_name: name, validity, publicly_leaked: leaked }) =>
      given({ type, name, validity, publicly_leaked: leaked || undefined }),
  },
  dependabot: {
    path: "dependabot",
    filters: ["state", "severity", "ecosystem", "package"],
    byCursor: true,
    shape: ({ dependency, security_advisory: advisory, security_vulnerability: vulnerability }) =>
      given({
        ...(vulnerability === undefined ? {} : vulnerable(vulnerability)),
        severity: vulnerability?.severity,
        manifest: dependency?.manifest_path,
        scope: dependency?.scope,
        ghsa_id: advisory?.ghsa_id,
        cve_id: advisory?.cve_id,
        summary: advisory?.summary,
      }),
    details: ({ security_advisory: advisory }) =>
      given({
        description: advisory?.description,
        references: someReferences(advisory?.references.map(({ url }) => url)),
      }),
  },
} as const satisfies Record<string, AlertKind>;

/** For what does not know which one it has. */
export type AnyAlertKind = AlertKind;
