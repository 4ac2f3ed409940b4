#!/usr/bin/env node
import { run } from "@drawbridge/core";
import { github } from "./connector.ts";

await run(github);
