/** Models from the Hugging Face hub, by transformers.js, into a folder of ours. */
import { BadInputError } from "../../../base/index.js";
import { withIncomingFolder } from "./incoming-folder.js";
import { checkComplete, MODEL_FILES } from "./model-folder.js";

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
  /** How long the hub may take to answer at all, in milliseconds; default 20 seconds. */
  readonly answerTimeoutMs?: number;
}

const ANSWER_TIMEOUT_MS = 20_000;

/**
 * Downloads a model to `cacheFolder/NAME`, where nothing appears that is not whole: what a broken download or a wrong
 * answer leaves is removed, and asked for again the next time. A mirror may be named in `HF_ENDPOINT`.
 * @throws {BadInputError} where it cannot be had, saying why and what to use instead
 */
export async function downloadModel(
  name: string,
  { cacheFolder, onDownload, answerTimeoutMs = ANSWER_TIMEOUT_MS }: DownloadOptions,
): Promise<void> {
  const hub = hubAddress();
  await checkReachable(name, hub, answerTimeoutMs);
  await withIncomingFolder(cacheFolder, name, async (incoming) => {
    await fetchModel(name, hub, incoming.root, onDownload);
    checkComplete(incoming.model);
  });
}

/** Downloads into an empty folder, and loads what came: a model that cannot be loaded counts as not had. */
async function fetchModel(
  name: string,
  hub: string,
  folder: string,
  onDownload: DownloadOptions["onDownload"],
): Promise<void> {
  const { AutoModel, AutoTokenizer, env, LogLevel } = await import("@huggingface/transformers");
  // Everything goes through this folder: the library's own default lies inside its package.
  env.cacheDir = folder;
  env.localModelPath = folder;
  env.remoteHost = `${hub}/`;
  env.logLevel = LogLevel.ERROR;
  const options = {
    cache_dir: folder,
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
  const url = URL.canParse(given) ? new URL(given) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === "";
  if (isPlain) return given.replace(/\/+$/, "");
  // The value is not repeated: it may hold a password.
  const rule = "the hub's address must be http(s)://host[/path], without a name and password";
  const remedy = "leave it out for https://huggingface.co; a hub's token goes into HF_TOKEN";
  throw new BadInputError([{ place: "HF_ENDPOINT", rule, remedy }]);
}

/** Asks for the smallest file first, so that what is wrong can be told. */
async function checkReachable(name: string, hub: string, timeoutMs: number): Promise<void> {
  let response: Response;
  try {
    const token = process.env.HF_TOKEN?.trim() ?? "";
    const isSendable = /^[\x21-\x7e]+$/.test(token);
    const headers = new Headers(isSendable ? [["authorization", `Bearer ${token}`]] : []);
    const signal = AbortSignal.timeout(timeoutMs);
    response = await fetch(`${hub}/${name}/resolve/main/${MODEL_FILES.config}`, { headers, signal });
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

/** The innermost code or message of an error and its causes, in one line. */
function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === "TimeoutError") return "it does not answer";
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return "code" in error && typeof error.code === "string" ? error.code : error.message.split("\n", 1)[0]!;
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
