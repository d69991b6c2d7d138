import { cp, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of the build in a folder of its own, so that a test may replace it by a newer version while
 * it runs. The code is the shipping code.
 */
export async function copyBuild(build: string): Promise<string> {
  const copy = await mkdtemp(join(await realpath(tmpdir()), 'sequence-overlay-build-'));
  await cp(build, copy, { recursive: true });
  return copy;
}

/** What an update changes first: the version number. */
export async function setVersion(build: string, version: string): Promise<void> {
  await editManifest(build, (manifest) => ({ ...manifest, version }));
}

/**
 * Leaves only one language in the build. A browser without that language's files cannot be switched
 * to it, but it falls back to what the extension has.
 */
export async function keepOnlyLanguage(build: string, language: string): Promise<void> {
  const locales = join(build, '_locales');
  const kept = join(build, 'kept');
  await rename(join(locales, language), kept);
  await rm(locales, { recursive: true });
  await cp(kept, join(locales, language), { recursive: true });
  await rm(kept, { recursive: true });
  await editManifest(build, (manifest) => ({ ...manifest, default_locale: language }));
}

async function editManifest(build: string, edit: (manifest: object) => object): Promise<void> {
  const path = join(build, 'manifest.json');
  const manifest: object = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(edit(manifest)));
}
