/** Where a run puts what it makes: `results/<run>/` with figures, tables, models, notebooks and work in progress. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pathInside } from "../base/index.js";
import { parseSettings, readSettings, type Settings } from "./settings.js";

/** The settings file that `npm run reproduce` names to the notebooks it runs. */
export const SETTINGS_VARIABLE = "HYPER_SETTINGS";

export interface Run {
  readonly settings: Settings;
  /** `results/<run>`, absolute. */
  readonly folder: string;
  readonly figures: string;
  readonly tables: string;
  readonly models: string;
  /** Finished pieces of long work; a rerun takes them up. */
  readonly work: string;
}

/** The package's own folder: the one that holds `lib`, `notebooks` and `results`. */
export function packageFolder(): string {
  return fileURLToPath(new URL("../../", import.meta.url));
}

/**
 * Opens the run that the environment names, or one with the given settings.
 * @param given settings that differ from the defaults; ignored where `HYPER_SETTINGS` names a file
 */
export function openRun(given: Partial<Settings> = {}): Run {
  const path = process.env[SETTINGS_VARIABLE];
  return runOf(path === undefined || path === "" ? parseSettings(given) : readSettings(path));
}

/**
 * The run that some settings describe.
 * @param folder where it puts what it makes; default `results/<name>`
 */
export function runOf(
  settings: Settings,
  folder: string = pathInside(join(packageFolder(), "results"), settings.name),
): Run {
  const inside = (name: string): string => join(folder, name);
  return {
    settings,
    folder,
    figures: inside("figures"),
    tables: inside("tables"),
    models: inside("models"),
    work: inside("work"),
  };
}
