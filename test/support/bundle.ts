import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const HTML_REFERENCE = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"/g;

/** A file of the build and every file that it loads, each once. Paths are relative to the build. */
export async function loadedBy(build: string, entry: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const queue = [entry];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const text = await readFile(posix.join(build, path), 'utf8');
    queue.push(...references(path, text));
  }
  return found;
}

/** What one file loads itself. */
export function references(path: string, text: string): readonly string[] {
  if (path.endsWith('.html')) return [...text.matchAll(HTML_REFERENCE)].map(([, ref = '']) => ref);
  if (!path.endsWith('.js')) return [];
  return [...text.matchAll(IMPORT)].map(([, ref = '']) => posix.join(posix.dirname(path), ref));
}

/** What the files weigh on the way to a rep, in bytes. */
export async function gzipped(build: string, paths: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const path of paths) sum += gzipSync(await readFile(posix.join(build, path))).length;
  return sum;
}
