import { describe, expect, test } from 'vitest';
import { RpcFailure } from '@/lib/rpc/failure';
import { anEmailStep, sequenceId, stepId } from '@/test/support/builders';
import { aForm, draft, ID, stored } from '@/test/support/sequence-form-world';

describe('saving', () => {
  test('makes the next version of what was edited and says who keeps which', async () => {
    const page = aForm({ first: stored({}, 12) });
    await page.form.open(ID);
    page.form.edit.change({ name: ' Better ' });
    page.database.sequence = stored({ version: 2, name: 'Better' }, 12);

    await page.form.save('save');

    expect(page.calls[0]).toMatchObject([
      'sequence.save',
      { id: ID, basedOn: 1, name: 'Better', steps: [{ id: 'step-1' }, {}, {}] },
    ]);
    expect(page.notes[0]?.text).toMatch(/version 2\. Running enrollments \(12\) keep/);
    expect(page.form.form.value).toMatchObject({ basedOn: 2, restored: false });
    expect(page.form.changed.value).toBe(false);
  });

  test('gives new steps the ids that they were stored under', async () => {
    const page = aForm({ first: stored({ steps: [anEmailStep()] }) });
    await page.form.open(ID);
    const key = page.form.edit.addStep('automatedEmail');
    page.form.edit.changeStep(key, { body: 'Hello again' });
    const steps = [anEmailStep(), anEmailStep({ id: stepId('made'), body: 'Hello again' })];
    page.database.sequence = stored({ version: 2, steps });

    await page.form.save('save');
    page.form.edit.change({ name: 'Again' });
    await page.form.save('save');

    expect(page.calls[1]).toMatchObject([
      'sequence.save',
      { basedOn: 2, steps: [{ id: 'step-1' }, { id: 'made' }] },
    ]);
    expect(draft(page)?.steps[1]?.key).toBe(key);
  });

  test('keeps what is typed while the answer is on its way', async () => {
    const page = aForm({ first: stored() });
    await page.form.open(ID);
    page.form.edit.change({ name: 'One' });
    page.database.sequence = stored({ version: 2, name: 'One' });

    const saving = page.form.save('save');
    page.form.edit.change({ name: 'One and a half' });
    await saving;

    expect([draft(page)?.name, page.form.changed.value]).toEqual(['One and a half', true]);
  });

  test('a new one leads to its own address', async () => {
    const page = aForm();
    await page.form.open('new');
    page.form.edit.change({ name: 'New' });
    page.form.edit.changeStep('key-1', { subject: 'Hi', body: 'Hello' });
    page.database.sequence = stored({ name: 'New' });

    await page.form.save('save');

    expect(page.places).toEqual([{ section: 'sequences', item: ID }]);
    expect(page.calls[0]?.[1]).not.toHaveProperty('id');
  });

  test('is refused with every problem at its place, and asks nobody', async () => {
    const page = aForm({ first: stored() });
    await page.form.open(ID);
    page.form.edit.change({ name: '' });
    page.form.edit.changeStep('step-2', { body: 'Hi {{what}}' });
    const whileTyping = page.form.problems.value.map(({ code }) => code);

    await page.form.save('save');

    expect(whileTyping).toEqual(['tokenUnknown']);
    expect(page.form.problems.value.map(({ place, code }) => [place, code])).toEqual([
      ['name', 'nameMissing'],
      ['step:step-2:body', 'tokenUnknown'],
    ]);
    expect([page.calls, page.form.refusals.value]).toEqual([[], 1]);
  });

  test('shows what only the worker found wrong, until it is typed over', async () => {
    const errors = [{ step: 1, field: 'body', code: 'badPath', start: 0, end: 4 } as const];
    const page = aForm({ first: stored(), saved: { kind: 'invalid', errors } });
    await page.form.open(ID);
    page.form.edit.change({ name: 'Other' });

    await page.form.save('save');
    const shown = page.form.problems.value;
    page.form.edit.changeStep('step-2', { body: 'Better' });

    expect(shown).toMatchObject([{ place: 'step:step-2:body', range: { start: 0, end: 4 } }]);
    expect(page.form.problems.value).toEqual([]);
  });

  test('over a newer version overwrites nothing and keeps what is typed', async () => {
    const page = aForm({ first: stored(), saved: { kind: 'conflict', version: 2 } });
    await page.form.open(ID);
    page.form.edit.change({ name: 'Mine' });

    await page.form.save('save');

    expect([page.form.form.value?.conflict, draft(page)?.name]).toEqual(['newer', 'Mine']);
    expect(page.form.changed.value).toBe(true);
  });

  test('as a copy leaves the other one alone', async () => {
    const saved = { kind: 'saved', id: sequenceId('copy'), version: 1 } as const;
    const page = aForm({ first: stored(), saved });
    await page.form.open(ID);
    page.form.edit.change({ name: 'Mine' });
    page.database.sequence = stored({ id: sequenceId('copy'), name: 'Mine (copy)' });

    await page.form.save('copy');

    const [, input] = page.calls[0] ?? [];
    expect(input).toMatchObject({ name: 'Mine (copy)' });
    expect(input).not.toHaveProperty('id');
    expect(JSON.stringify(input)).not.toContain('step-1');
    expect(page.places).toEqual([{ section: 'sequences', item: 'copy' }]);
    expect([draft(page)?.name, page.form.changed.value]).toEqual(['Mine (copy)', false]);
  });

  test('without an answer keeps what is typed and can be tried again', async () => {
    const page = aForm({ first: stored(), saved: new RpcFailure('storeUnavailable') });
    await page.form.open(ID);
    page.form.edit.change({ name: 'Mine' });

    await page.form.save('save');

    expect(page.notes[0]?.tone).toBe('bad');
    expect([page.form.saving.value, page.form.changed.value, draft(page)?.name]).toEqual([
      false,
      true,
      'Mine',
    ]);
  });
});
