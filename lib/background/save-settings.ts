import type { Parsed } from '@/lib/rpc/protocol';
import { readSettings, writeSettings } from '@/lib/settings/settings';

/** Changes the settings that are named and keeps the others. */
export async function saveSettings(change: Parsed<'settings.save'>): Promise<void> {
  const before = await readSettings();
  await writeSettings({
    undoSeconds: change.undoSeconds ?? before.undoSeconds,
    googleClientId: change.googleClientId ?? before.googleClientId,
    googleClientSecret: change.googleClientSecret ?? before.googleClientSecret,
    microsoftClientId: change.microsoftClientId ?? before.microsoftClientId,
    microsoftTenant: change.microsoftTenant ?? before.microsoftTenant,
    coolOffDays: change.coolOffDays ?? before.coolOffDays,
    coldLeadDays: change.coldLeadDays ?? before.coldLeadDays,
    teams: change.teams ?? before.teams,
    formRules: change.formRules ?? before.formRules,
  });
}
