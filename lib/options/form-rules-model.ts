import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FormRuleErrors, TypedFormRule } from '@/components/options/form-rules-group';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import type { FormRule } from '@/lib/domain/workflow/form-rule';
import { t } from '@/lib/i18n/t';
import type { Settings } from '@/lib/settings/settings';

export interface FormRulesModel {
  readonly typed: ReadonlySignal<TypedFormRule>;
  readonly errors: ReadonlySignal<FormRuleErrors>;
  readonly type: (change: Partial<TypedFormRule>) => void;
  readonly add: () => Promise<void>;
  readonly remove: (index: number) => Promise<void>;
}

const NOTHING: TypedFormRule = { form: '', from: '', subjectContains: '' };
/** As many as the settings may hold. */
const MOST_RULES = 50;

/** Which mail tells that somebody has filled in a form: one rule per form. */
export function createFormRulesModel(deps: {
  readonly settings: Pick<Signal<Settings>, 'peek'>;
  readonly save: (change: { readonly formRules: readonly FormRule[] }) => Promise<boolean>;
}): FormRulesModel {
  const typed = signal(NOTHING);
  const errors = signal<FormRuleErrors>({});
  const rules = () => deps.settings.peek().formRules;
  return {
    typed,
    errors,
    type: (change) => {
      typed.value = { ...typed.peek(), ...change };
      errors.value = {};
    },
    add: async () => {
      const rule = trimmed(typed.peek());
      errors.value = errorsOf(rule, rules());
      if (Object.keys(errors.peek()).length > 0) return;
      const saved = await deps.save({ formRules: [...rules(), rule] });
      if (saved) typed.value = NOTHING;
    },
    remove: async (index) => {
      await deps.save({ formRules: rules().filter((_, at) => at !== index) });
    },
  };
}

function trimmed({ form, from, subjectContains }: TypedFormRule): FormRule {
  return { form: form.trim(), from: from.trim(), subjectContains: subjectContains.trim() };
}

function errorsOf({ form, from }: FormRule, known: readonly FormRule[]): FormRuleErrors {
  return {
    ...(form === '' && { form: t('formRules.wrong.form') }),
    ...(!isSender(from) && { from: t('formRules.wrong.from') }),
    ...(known.length >= MOST_RULES && { form: t('formRules.wrong.tooMany') }),
  };
}

/** An address, or `@` and a domain that an address could have. */
function isSender(from: string): boolean {
  return parseEmailAddress(from.startsWith('@') ? `anybody${from}` : from) !== undefined;
}
