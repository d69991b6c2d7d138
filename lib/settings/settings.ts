import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

/** Small preferences of the rep. Domain state lives in IndexedDB, see `lib/store`. */
const settingsSchema = v.object({
  /** How long the first email of a manual enrollment is held so that it can be taken back. */
  undoSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30)),
  /** OAuth client of the company; the build may bring one. */
  googleClientId: v.string(),
  googleClientSecret: v.string(),
  /** Days after any sequence during which enrolling again warns. */
  coolOffDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  /** Days after an import during which a contact who never answered counts as cold. */
  coldLeadDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  /** The teams that the rep belongs to. */
  teams: v.array(v.string()),
});

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  undoSeconds: 10,
  googleClientId: import.meta.env['WXT_GOOGLE_CLIENT_ID'] ?? '',
  googleClientSecret: import.meta.env['WXT_GOOGLE_CLIENT_SECRET'] ?? '',
  coolOffDays: 30,
  coldLeadDays: 30,
  teams: [],
};

export const settingsItem = storage.defineItem<Settings>('local:settings', {
  fallback: DEFAULT_SETTINGS,
  version: 1,
});

/** The settings as stored; a part that is missing or no longer fits is the build's own. */
export async function readSettings(): Promise<Settings> {
  const stored: unknown = await settingsItem.getValue();
  const parsed = v.safeParse(v.partial(settingsSchema), stored);
  const known = parsed.success ? parsed.output : {};
  return {
    undoSeconds: known.undoSeconds ?? DEFAULT_SETTINGS.undoSeconds,
    googleClientId: known.googleClientId || DEFAULT_SETTINGS.googleClientId,
    googleClientSecret: known.googleClientSecret || DEFAULT_SETTINGS.googleClientSecret,
    coolOffDays: known.coolOffDays ?? DEFAULT_SETTINGS.coolOffDays,
    coldLeadDays: known.coldLeadDays ?? DEFAULT_SETTINGS.coldLeadDays,
    teams: known.teams ?? DEFAULT_SETTINGS.teams,
  };
}
