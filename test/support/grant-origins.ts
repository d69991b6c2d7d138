import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// `Secure Preferences` holds the extension's settings on some platforms; both are optional.
const FILES = ['Preferences', 'Secure Preferences'];
const LISTS = ['active_permissions', 'granted_permissions', 'runtime_granted_permissions'];

type Json = { [key: string]: unknown };

/**
 * Grants origins to an extension the way the browser keeps them, in the profile of a **closed**
 * browser that has run the extension once. It stands in for the rep's click on "Allow", which no
 * automation can reach. Patterns such as `https://mail.google.com/*`.
 */
export async function grantOrigins(
  profile: string,
  extensionId: string,
  origins: readonly string[],
): Promise<void> {
  let granted = false;
  for (const name of FILES) {
    const path = join(profile, 'Default', name);
    const preferences = await readJson(path);
    const entry = child(child(child(preferences, 'extensions'), 'settings'), extensionId);
    if (preferences === undefined || entry === undefined) continue;
    for (const list of LISTS) addHosts(entry, list, origins);
    await writeFile(path, JSON.stringify(preferences));
    granted = true;
  }
  if (!granted) throw new Error(`the profile ${profile} does not know extension ${extensionId}`);
}

function addHosts(entry: Json, list: string, origins: readonly string[]): void {
  const permissions = child(entry, list) ?? {};
  const before = permissions['explicit_host'];
  const hosts = new Set([...(Array.isArray(before) ? before : []), ...origins]);
  entry[list] = { ...permissions, explicit_host: [...hosts] };
}

function child(parent: Json | undefined, key: string): Json | undefined {
  const value = parent?.[key];
  return isJson(value) ? value : undefined;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readJson(path: string): Promise<Json | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const parsed: unknown = text === undefined ? undefined : JSON.parse(text);
  return isJson(parsed) ? parsed : undefined;
}
