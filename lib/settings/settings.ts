import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { formRuleSchema } from '@/lib/domain/workflow/form-rule';

/** Small preferences of the rep. Domain state lives in IndexedDB, see `lib/store`. */
const settingsSchema = v.object({
  /** How long the first email of a manual enrollment is held so that it can be taken back. */
  undoSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30)),
  /** OAuth client of the company; the build may bring one. */
  googleClientId: v.string(),
  googleClientSecret: v.string(),
  /** The app that the company registered at Microsoft, and its directory if it serves no other. */
  microsoftClientId: v.string(),
  microsoftTenant: v.string(),
  /** Days after any sequence during which enrolling again warns. */
  coolOffDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  /** Days after an import during which a contact who never answered counts as cold. */
  coldLeadDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  /** The teams that the rep belongs to. */
  teams: v.array(v.string()),
  /** Which mail tells that somebody has filled in a form. */
  formRules: v.array(formRuleSchema),
});

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  undoSeconds: 10,
  googleClientId: import.meta.env['WXT_GOOGLE_CLIENT_ID'] ?? '',
  googleClientSecret: import.meta.env['WXT_GOOGLE_CLIENT_SECRET'] ?? '',
  microsoftClientId: import.meta.env['WXT_MICROSOFT_CLIENT_ID'] ?? '',
  microsoftTenant: import.meta.env['WXT_MICROSOFT_TENANT'] ?? '',
  coolOffDays: 30,
  coldLeadDays: 30,
  teams: [],
  formRules: [],
};

const KEY = 'settings';
/** The shape carries its own number; a build that does not know it starts from the defaults. */
const storedSchema = v.object({ version: v.literal(1), settings: v.partial(settingsSchema) });

export async function writeSettings(settings: Settings): Promise<void> {
  const stored: v.InferOutput<typeof storedSchema> = { version: 1, settings: { ...settings } };
  await browser.storage.local.set({ [KEY]: stored });
}

/** The settings as stored; a part that is missing or no longer fits is the build's own. */
export async function readSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const parsed = v.safeParse(storedSchema, stored);
  const known = parsed.success ? parsed.output.settings : {};
  return {
    undoSeconds: known.undoSeconds ?? DEFAULT_SETTINGS.undoSeconds,
    googleClientId: known.googleClientId || DEFAULT_SETTINGS.googleClientId,
    googleClientSecret: known.googleClientSecret || DEFAULT_SETTINGS.googleClientSecret,
    microsoftClientId: known.microsoftClientId || DEFAULT_SETTINGS.microsoftClientId,
    microsoftTenant: known.microsoftTenant || DEFAULT_SETTINGS.microsoftTenant,
    coolOffDays: known.coolOffDays ?? DEFAULT_SETTINGS.coolOffDays,
    coldLeadDays: known.coldLeadDays ?? DEFAULT_SETTINGS.coldLeadDays,
    teams: known.teams ?? DEFAULT_SETTINGS.teams,
    formRules: known.formRules ?? DEFAULT_SETTINGS.formRules,
  };
}
