#!/usr/bin/env node
import { run } from "@drawbridge/core";
import { postgres } from "./connector.ts";

await run(postgres);
