/** What `npm run models` does. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import fxtranslate from 'fxtranslate';
import { ConfigurationError, EngineRefusal, UsageError } from '../../project/errors.ts';
import type { LanguagePair } from '../engine.ts';
import { download, type Progress } from './download.ts';
import { fetchRegistry, type Mirror } from './mirror.ts';
import {
  beginModel,
  deleteModel,
  finishModel,
  installedModel,
  installedModels,
  modelFile,
  type InstalledModel,
} from './model-cache.ts';
import { MOST_BYTES, type RemoteFile, type RemoteModel } from './registry.ts';
import { findRoute } from './route.ts';
import { unpackedAtMost } from './zstandard.ts';

export interface ModelStore {
  /** Folder of Glossa's shared cache, absolute. */
  readonly sharedCache: string;
  readonly mirror: Mirror;
  readonly architecture?: string | undefined;
  /** The language that the project is written in. */
  readonly source: string;
  readonly signal: AbortSignal;
  /** Told how far a model's download is, in bytes. */
  readonly progress: (model: string, done: number, total: number) => void;
}

/** Name of a model, as `models add` takes it. */
export function modelName({ source, target }: LanguagePair): string {
  return `${source}-${target}`;
}

/** The models that the registry offers; needs the network. @throws EngineRefusal when it cannot be read. */
export function offeredModels({ mirror, architecture, signal }: ModelStore): Promise<readonly RemoteModel[]> {
  return fetchRegistry(mirror, architecture, signal);
}

/**
 * What is needed for pairs and languages: for each one model, or two through English.
 * @param names pairs, `en-es` or `it-pt-BR`, or target languages, `es` or `pt-BR`.
 * @returns each model once, with whether it is there in that version.
 * @throws UsageError when there is none for a name, EngineRefusal when the network fails.
 */
export async function planModels(
  names: readonly string[],
  store: ModelStore,
): Promise<readonly { readonly model: RemoteModel; readonly isThere: boolean }[]> {
  const offered = new Map((await offeredModels(store)).map((model) => [modelName(model), model]));
  const needed = names.flatMap((name) => {
    const route = [...pairsIn(name), ...targetIn(name, store.source)]
      .map((pair) => findRoute(pair, (source, target) => offered.get(modelName({ source, target }))))
      .find((found) => found !== undefined);
    if (route !== undefined) return route;
    throw new UsageError(`Firefox has no models for ${name}.`, {
      remedy: 'Write source and target as in en-es, or the target; npm run models -- list --all names what there is.',
    });
  });
  return [...new Set(needed)].map((model) => ({ model, isThere: whole(model, store) !== undefined }));
}

/**
 * Downloads what pairs and languages need. What is there in the newest version is kept.
 * @param names as for `planModels`.
 * @returns the models of the ways, all installed now.
 * @throws as `planModels`.
 */
export async function addModels(names: readonly string[], store: ModelStore): Promise<readonly InstalledModel[]> {
  const installed: InstalledModel[] = [];
  for (const { model } of await planModels(names, store)) installed.push(await addModel(model, store));
  return installed;
}

/** @throws UsageError when the model is not installed. */
export function removeModel(name: string, sharedCache: string): void {
  const model = installedModels(sharedCache).find((one) => modelName(one) === name);
  if (model === undefined) {
    throw new UsageError(`the model ${name} is not installed.`, { remedy: 'See npm run models -- list.' });
  }
  deleteModel(model);
}

/** All ways to read a name as two languages: `en-pt-BR` is `en` and `pt-BR`, or `en-pt` and `BR`. */
function pairsIn(name: string): LanguagePair[] {
  const parts = name.split('-');
  return parts.slice(1).flatMap((_, index) => {
    const [source, target] = [parts.slice(0, index + 1).join('-'), parts.slice(index + 1).join('-')];
    try {
      const [one, other] = Intl.getCanonicalLocales([source, target]);
      return one === undefined || other === undefined ? [] : [{ source: one, target: other }];
    } catch {
      return [];
    }
  });
}

/** A name without a second language: `es`, `pt-BR`, `zh-Hant`. */
function targetIn(name: string, source: string): LanguagePair[] {
  if (!/^[a-z]{2,3}(?:-(?:[A-Z][A-Za-z]{1,3}|\d{3}))*$/.test(name)) return [];
  try {
    const [target] = Intl.getCanonicalLocales(name);
    return target === undefined ? [] : [{ source, target }];
  } catch {
    return [];
  }
}

/** The model as it is installed, where it is the offered one: same version and files. */
function whole({ source, target, version, files }: RemoteModel, { sharedCache }: ModelStore) {
  const known = installedModel(sharedCache, source, target);
  const isSame =
    known?.version === version && files.every(({ role, sha256 }) => isWhole(known.folder, { role, sha256 }));
  return isSame ? known : undefined;
}

async function addModel(model: RemoteModel, store: ModelStore): Promise<InstalledModel> {
  const { source, target, version } = model;
  const known = whole(model, store);
  if (known !== undefined) return known;
  try {
    const folder = beginModel(store.sharedCache, source, target);
    const total = model.files.reduce((sum, file) => sum + file.size, 0);
    let before = 0;
    for (const file of model.files) {
      if (!isWhole(folder, file)) {
        const progress: Progress = (done) => store.progress(modelName(model), before + done, total);
        await addFile(file, folder, store, progress);
      }
      before += file.size;
      store.progress(modelName(model), before, total);
    }
    const files = model.files.map(({ role, sha256 }) => ({
      role,
      sha256,
      size: statSync(modelFile(folder, role)).size,
    }));
    finishModel(folder, { source, target, version, files });
    return { source, target, version, files, folder };
  } catch (cause) {
    if (!isFileError(cause)) throw cause;
    throw new ConfigurationError(`the model ${modelName(model)} cannot be saved: ${cause.message}.`, { cause });
  }
}

/** A download is kept whole until its content is known to be right. */
async function addFile(file: RemoteFile, folder: string, { mirror, signal }: ModelStore, progress: Progress) {
  const path = modelFile(folder, file.role);
  const packed = `${path}.${file.sha256.slice(0, 16)}.zst`;
  await download(mirror, file.location, packed, file.size, progress, signal);
  try {
    const bytes = readFileSync(packed);
    if ((unpackedAtMost(bytes) ?? Infinity) > MOST_BYTES) throw new Error('it is no Zstandard file of a usual size');
    // Unpacks and compares the SHA-256 of the result.
    writeFileSync(`${path}.part`, fxtranslate.verifyAndDecompress(bytes, file.sha256), { flush: true });
  } catch (cause) {
    if (isFileError(cause)) throw cause;
    throw new EngineRefusal(
      'server',
      `${mirror.addressOf(file.location)} is not the file that the registry describes.`,
      {
        remedy: 'It was thrown away; try again, or use another mirror (FIREFOX_MODELS_URL).',
        cause,
      },
    );
  } finally {
    rmSync(packed, { force: true });
  }
  renameSync(`${path}.part`, path);
}

function isWhole(folder: string, { role, sha256 }: { readonly role: string; readonly sha256: string }): boolean {
  try {
    return (
      createHash('sha256')
        .update(readFileSync(modelFile(folder, role)))
        .digest('hex') === sha256
    );
  } catch {
    return false;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
