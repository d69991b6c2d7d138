import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import { t } from '@/lib/i18n/t';
import type { Rpc } from '@/lib/rpc/client';
import type { Settings } from '@/lib/settings/settings';
import { failureNote } from './failure-note';
import { createFormRulesModel, type FormRulesModel } from './form-rules-model';

/** What the settings section can set. */
export type Preferences = Pick<
  Settings,
  'undoSeconds' | 'coolOffDays' | 'coldLeadDays' | 'teams' | 'formRules'
>;

export interface PreferencesModel {
  readonly settings: ReadonlySignal<Settings>;
  readonly forms: FormRulesModel;
  readonly save: (change: Partial<Preferences>) => Promise<void>;
}

/** Small preferences, each stored as soon as it is set. */
export function createPreferencesModel(deps: {
  readonly rpc: Pick<Rpc, 'settings.save'>;
  readonly settings: Signal<Settings>;
  readonly say: (note: Note) => void;
}): PreferencesModel {
  const { rpc, settings, say } = deps;
  /** Was it stored? */
  const store = async (change: Partial<Preferences>): Promise<boolean> => {
    try {
      const { teams, formRules, ...rest } = change;
      await rpc['settings.save']({
        ...rest,
        ...(teams && { teams: [...teams] }),
        ...(formRules && { formRules: [...formRules] }),
      });
      settings.value = { ...settings.peek(), ...change };
      say({ tone: 'good', text: t('options.saved') });
      return true;
    } catch (cause) {
      say(failureNote(cause));
      return false;
    }
  };
  return {
    settings,
    forms: createFormRulesModel({
      settings,
      save: ({ formRules }) => store({ formRules: [...formRules] }),
    }),
    save: async (change) => {
      await store(change);
    },
  };
}
