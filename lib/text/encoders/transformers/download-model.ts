/** Models from the Hugging Face hub, by transformers.js, into a folder of ours. */
import { BadInputError } from "../../../base/index.js";
import { MODEL_FILES } from "./model-folder.js";

/** One file on its way from the hub. */
export interface DownloadProgress {
  readonly model: string;
  readonly file: string;
  readonly loadedBytes: number;
  /** 0 where the server does not say. */
  readonly totalBytes: number;
}

export interface DownloadOptions {
  readonly cacheFolder: string;
  readonly onDownload?: (progress: DownloadProgress) => void;
}

/**
 * Downloads what is missing of a model to `cacheFolder/NAME`. A mirror may be named in `HF_ENDPOINT`.
 * @throws {BadInputError} where it cannot be had, saying why and what to use instead
 */
export async function downloadModel(
  name: string,
  { cacheFolder, onDownload }: DownloadOptions,
): Promise<void> {
  const hub = hubAddress();
  await checkReachable(name, hub);
  const { AutoModel, AutoTokenizer, env, LogLevel } = await import("@huggingface/transformers");
  // Everything goes through this folder: the library's own default lies inside its package.
  env.cacheDir = cacheFolder;
  env.localModelPath = cacheFolder;
  env.remoteHost = `${hub}/`;
  env.logLevel = LogLevel.ERROR;
  const options = {
    cache_dir: cacheFolder,
    progress_callback: (event: object) => {
      const progress = toProgress(name, event);
      if (progress !== null) onDownload?.(progress);
    },
  };
  try {
    await AutoTokenizer.from_pretrained(name, options);
    const model = await AutoModel.from_pretrained(name, { ...options, dtype: "fp32", device: "cpu" });
    await model.dispose();
  } catch (error) {
    throw unavailable(name, hub, reasonOf(error));
  }
}

/** The hub, or the mirror that `HF_ENDPOINT` names, without a slash at its end. */
function hubAddress(): string {
  const given = process.env.HF_ENDPOINT?.trim() ?? "";
  if (given === "") return "https://huggingface.co";
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given.replace(/\/+$/, "");
  const rule = "the hub's address must be http(s)://host[/path]";
  throw new BadInputError([
    { place: "HF_ENDPOINT", rule, remedy: "leave it out for https://huggingface.co" },
  ]);
}

/** Asks for the smallest file first, so that what is wrong can be told. */
async function checkReachable(name: string, hub: string): Promise<void> {
  let response: Response;
  try {
    const token = process.env.HF_TOKEN?.trim() ?? "";
    const isSendable = /^[\x21-\x7e]+$/.test(token);
    const headers = new Headers(isSendable ? [["authorization", `Bearer ${token}`]] : []);
    response = await fetch(`${hub}/${name}/resolve/main/${MODEL_FILES.config}`, { headers });
    await response.body?.cancel();
  } catch (error) {
    throw unavailable(name, hub, reasonOf(error));
  }
  if (!response.ok) throw unavailable(name, hub, `it answers ${response.status}`);
}

function unavailable(name: string, hub: string, reason: string): BadInputError {
  const rule = `the model cannot be had from ${hub} (${reason})`;
  const remedy =
    "name a folder that holds it by --model-dir, or choose --encoder use-lite or --encoder hashed, which download nothing";
  return new BadInputError([{ place: "--encoder transformers", value: name, rule, remedy }]);
}

/** The innermost code or message of an error and its causes. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

/** Of the library's events, those that tell how much of a file has come. */
function toProgress(model: string, event: object): DownloadProgress | null {
  if (!("status" in event && event.status === "progress" && "file" in event)) return null;
  const count = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
  return {
    model,
    file: String(event.file),
    loadedBytes: count("loaded" in event ? event.loaded : 0),
    totalBytes: count("total" in event ? event.total : 0),
  };
}
