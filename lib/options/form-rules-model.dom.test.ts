import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { FormRule } from '@/lib/domain/workflow/form-rule';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { createFormRulesModel } from './form-rules-model';

function someRules(formRules: FormRule[] = [], answers = true) {
  const settings = signal({ ...DEFAULT_SETTINGS, formRules });
  const model = createFormRulesModel({
    settings,
    save: async (change) => {
      if (answers) settings.value = { ...settings.peek(), formRules: [...change.formRules] };
      return answers;
    },
  });
  return { model, rules: () => settings.value.formRules };
}

const demo: FormRule = { form: 'Demo request', from: '@example.com', subjectContains: '' };

test('a form is known by its name, and its message by its sender and its subject', async () => {
  const { model, rules } = someRules([demo]);
  model.type({ form: ' Trial ', from: 'forms@example.com', subjectContains: 'New trial ' });

  await model.add();

  const trial = { form: 'Trial', from: 'forms@example.com', subjectContains: 'New trial' };
  expect(rules()).toEqual([demo, trial]);
  expect(model.typed.value.form).toBe('');
});

test.each([
  ['', 'forms@example.com', { form: 'Give the form a name.' }],
  ['Demo', 'example.com', { from: 'Enter an email address, or @ and a domain.' }],
  ['Demo', '@', { from: 'Enter an email address, or @ and a domain.' }],
])('the form “%s” from “%s” is not taken, and the place says why', async (form, from, errors) => {
  const { model, rules } = someRules();
  model.type({ form, from });

  await model.add();

  expect([model.errors.value, rules(), model.typed.value.from]).toEqual([errors, [], from]);
});

test('what could not be stored stays typed', async () => {
  const { model, rules } = someRules([], false);
  model.type({ form: 'Demo', from: '@example.com' });

  await model.add();

  expect([rules(), model.typed.value.form]).toEqual([[], 'Demo']);
});

test('one is removed by its place', async () => {
  const { model, rules } = someRules([demo, { ...demo, form: 'Trial' }, demo]);

  await model.remove(0);

  expect(rules().map(({ form }) => form)).toEqual(['Trial', 'Demo request']);
});
