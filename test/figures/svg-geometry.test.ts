import { openSync } from "fontkit";
import { describe, expect, test } from "vitest";
import { boxAround, parseTransform } from "../../lib/figures/render/geometry.js";
import { flattenPath, pathLength, pointAlongPath } from "../../lib/figures/render/svg-path.js";
