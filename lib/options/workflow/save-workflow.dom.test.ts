import { describe, expect, test } from 'vitest';
import { aWorkflowForm, storedWorkflow, WORKFLOW } from '@/test/support/workflow-form-world';

const input = ({ calls }: ReturnType<typeof aWorkflowForm>) => calls.at(-1)?.[1];

describe('saving', () => {
  test('sends the next revision of what was opened, and follows it to its address', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    page.model.change({ name: 'Better' });
    page.database.workflow = storedWorkflow({ revision: 2, name: 'Better' });

    await page.model.save('save');

    expect(input(page)).toMatchObject({ id: WORKFLOW, basedOn: 1, draft: { name: 'Better' } });
    expect(page.model.saved.value).toEqual({ id: WORKFLOW, revision: 2 });
    expect(page.places).toEqual([{ section: 'workflows', item: WORKFLOW }]);
    expect(page.notes).toEqual([{ tone: 'good', text: '“Better” is saved, revision 2.' }]);
  });

  test('is refused while something is missing, and says so each time', async () => {
    const page = aWorkflowForm();
    await page.open('new');

    await page.model.save('save');
    await page.model.save('save');

    expect(page.calls).toEqual([]);
    expect(page.model.refusals.value).toBe(2);
    expect(page.model.form.value?.attempted).toBe(true);
  });

  test('shows what the worker found until something is changed', async () => {
    const finding = {
      code: 'unknownZone',
      severity: 'error',
      stops: 'save',
      place: 'settings.zone',
      params: { zone: 'Mars' },
    } as const;
    const page = aWorkflowForm({
      first: storedWorkflow(),
      saved: { kind: 'invalid', findings: [finding] },
    });
    await page.open();
    page.model.change({ name: 'Other' });

    await page.model.save('save');

    expect(page.model.findings.value).toContainEqual(finding);
    page.model.change({ name: 'Another' });
    expect(page.model.findings.value).not.toContainEqual(finding);
  });

  test('of one that is on says how to get on when it would need a reason', async () => {
    const finding = {
      code: 'coldLeads',
      severity: 'warn',
      stops: 'switchOn',
      place: '',
      params: { cold: 3, matched: 9 },
    } as const;
    const page = aWorkflowForm({
      first: storedWorkflow(),
      saved: { kind: 'invalid', findings: [finding], running: true },
    });
    await page.open();
    page.model.change({ name: 'Other' });

    await page.model.save('save');

    expect(page.notes).toMatchObject([
      { tone: 'bad', text: expect.stringContaining('Switch it off') },
    ]);
    expect(page.model.form.value?.typed.name).toBe('Other');
  });

  test('that gets no answer keeps everything and says so', async () => {
    const page = aWorkflowForm({ first: storedWorkflow(), saved: new Error('gone') });
    await page.open();
    page.model.change({ name: 'Better' });

    await page.model.save('save');

    expect(page.model.form.value?.typed.name).toBe('Better');
    expect([page.notes[0]?.tone, page.model.saving.value]).toEqual(['bad', false]);
  });
});

describe('somebody saved meanwhile', () => {
  test('the worker says so, and nothing of either is lost', async () => {
    const page = aWorkflowForm({
      first: storedWorkflow(),
      saved: { kind: 'conflict', revision: 4 },
    });
    await page.open();
    page.model.change({ name: 'Mine' });

    await page.model.save('save');

    const form = page.model.form.value;
    expect(form?.conflict).toEqual({ kind: 'newer', revision: 4 });
    expect(form?.typed.name).toBe('Mine');
  });

  test('mine is kept as a copy, under an id of its own', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    page.model.change({ name: 'Mine' });
    page.database.workflow = storedWorkflow({ revision: 4, name: 'Theirs' });
    await page.model.refresh();
    expect(page.model.form.value?.conflict).toEqual({ kind: 'newer', revision: 4 });

    await page.model.save('copy');

    expect(input(page)).toMatchObject({ draft: { name: 'Mine (copy)' } });
    expect(input(page)).not.toHaveProperty('id');
    expect(input(page)).not.toHaveProperty('basedOn');
  });

  test('or theirs is loaded', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    page.model.change({ name: 'Mine' });
    page.database.workflow = storedWorkflow({ revision: 4, name: 'Theirs' });
    await page.model.refresh();

    await page.model.discard();

    const { form, changed } = page.model;
    expect(form.value).toMatchObject({ basedOn: 4, typed: { name: 'Theirs' } });
    expect([form.value?.conflict, changed.value]).toEqual([undefined, false]);
  });

  test('what nobody has typed over is just shown anew', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    page.database.workflow = storedWorkflow({ revision: 2, name: 'Theirs' });

    await page.model.refresh();

    expect(page.model.form.value).toMatchObject({ basedOn: 2, typed: { name: 'Theirs' } });
  });

  test('a deletion leaves what is typed, to be kept as a copy', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    page.model.change({ name: 'Mine' });
    page.database.workflow = undefined;

    await page.model.refresh();

    expect(page.model.form.value).toMatchObject({
      conflict: { kind: 'deleted' },
      typed: { name: 'Mine' },
    });
  });

  test('before a reload: what was typed comes back with the warning', async () => {
    const before = aWorkflowForm({ first: storedWorkflow() });
    await before.open();
    before.model.change({ name: 'Mine' });

    const after = aWorkflowForm({
      first: storedWorkflow({ revision: 5, name: 'Theirs' }),
      memory: before.memory,
    });
    await after.open();

    expect(after.model.form.value).toMatchObject({
      conflict: { kind: 'newer', revision: 5 },
      typed: { name: 'Mine' },
      saved: { name: 'Theirs' },
    });
  });
});
