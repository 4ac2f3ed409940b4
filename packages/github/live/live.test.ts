import { describeSmoke } from "./describe-smoke.ts";

const { GITHUB_TOKEN = "", GH_HOST, GITHUB_API_URL, DRAWBRIDGE_LIVE_REPO = "octokit/octokit.js" } = process.env;
const host = GH_HOST ?? GITHUB_API_URL ?? "github.com";

describeSmoke({ argv: ["--host", host], environment: { GITHUB_TOKEN } }, DRAWBRIDGE_LIVE_REPO);
