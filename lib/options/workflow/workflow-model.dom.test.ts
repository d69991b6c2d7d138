import { describe, expect, test } from 'vitest';
import { fakeMemory } from '@/test/support/options-world';
import { actionId, aFilter, equals, groupsOf, workflowId } from '@/test/support/workflow-builders';
import { aWorkflowForm, storedWorkflow, WORKFLOW } from '@/test/support/workflow-form-world';

const input = ({ calls }: ReturnType<typeof aWorkflowForm>) => calls.at(-1)?.[1];

describe('opening', () => {
  test('a stored workflow shows it unchanged, and says which revision it is', async () => {
    const page = aWorkflowForm({ first: storedWorkflow({ revision: 3 }) });

    await page.open();

    const { model } = page;
    expect(model.draft.value).toEqual({
      name: 'Demo requests',
      trigger: storedWorkflow().workflow.trigger,
      actions: storedWorkflow().workflow.actions,
      settings: storedWorkflow().workflow.settings,
    });
    expect(model.saved.value).toEqual({ id: WORKFLOW, revision: 3 });
    expect([model.status.value, model.changed.value]).toEqual(['ready', false]);
  });

  test('a new one has a filter to fill in, does nothing yet and is not stored', async () => {
    const page = aWorkflowForm();

    await page.open('new');

    const { form, draft, saved, problems } = page.model;
    expect(form.value?.typed.trigger.groups).toHaveLength(1);
    expect(form.value?.typed.actions).toEqual([]);
    expect(problems.value.map(({ code }) => code)).toEqual(['nameMissing', 'propertyMissing']);
    expect([draft.value, saved.value]).toEqual([undefined, undefined]);
  });

  test('a new one for a sequence is bound to it and enrolls in it', async () => {
    const page = aWorkflowForm();

    await page.model.open({ section: 'workflows', item: 'new', sequence: 'sequence-1' });

    const typed = page.model.form.value?.typed;
    expect(typed?.boundTo).toBe('sequence-1');
    expect(typed?.actions).toMatchObject([{ kind: 'enroll', sequenceId: 'sequence-1' }]);
  });

  test('one that is gone says so, and one that cannot be read is not gone', async () => {
    const gone = aWorkflowForm();
    await gone.open();
    const broken = aWorkflowForm();
    Object.defineProperty(broken.database, 'workflow', {
      get: () => {
        throw new Error('blocked');
      },
    });

    await broken.open();

    expect([gone.model.status.value, broken.model.status.value]).toEqual(['missing', 'failed']);
  });

  test('the answer for a workflow that was left meanwhile is dropped', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });

    const slow = page.open();
    const closing = page.model.open({ section: 'sequences' });
    await Promise.all([slow, closing]);

    expect([page.model.status.value, page.model.form.value]).toEqual(['closed', undefined]);
  });
});

describe('what is typed', () => {
  test('survives a reload, and is forgotten once it is saved', async () => {
    const before = aWorkflowForm({ first: storedWorkflow() });
    await before.open();
    before.model.change({ name: 'Half a na' });

    const after = aWorkflowForm({ first: storedWorkflow(), memory: before.memory });
    await after.open();

    expect(after.model.form.value).toMatchObject({ restored: true, typed: { name: 'Half a na' } });
    after.database.workflow = storedWorkflow({ revision: 2, name: 'Half a na' });
    await after.model.save('save');
    expect(after.memory.kept.size).toBe(0);
    expect(after.model.changed.value).toBe(false);
  });

  test('that an older build remembered in another shape is left aside', async () => {
    const memory = fakeMemory();
    memory.write(`workflow/${WORKFLOW}`, { typed: { name: 'Old', actions: [{ kind: 'dance' }] } });
    const page = aWorkflowForm({ first: storedWorkflow(), memory });

    await page.open();

    expect(page.model.form.value).toMatchObject({
      restored: false,
      typed: { name: 'Demo requests' },
    });
  });

  test('and taken back leaves nothing to save', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();

    page.model.change({ name: 'Other' });
    page.model.change({ name: 'Demo requests' });

    expect(page.model.changed.value).toBe(false);
  });

  test('in a trigger that was only tried out is no change', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    const trigger = page.model.form.value?.typed.trigger;
    if (trigger === undefined) throw new Error('no form');

    page.model.change({
      trigger: { ...trigger, schedule: { ...trigger.schedule, time: '11:00' } },
    });

    expect(page.model.changed.value).toBe(false);
  });
});

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

describe('lint', () => {
  const codes = ({ model }: ReturnType<typeof aWorkflowForm>) =>
    model.findings.value.map(({ code }) => code);

  test('looks at what is typed at once', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    expect(codes(page)).toEqual([]);

    page.model.change({ actions: [] });

    expect(codes(page)).toEqual(['noActions']);
  });

  test('says at once that a sequence is gone, and that somebody has it again', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    const before = page.database.facts;
    page.database.facts = { ...before, sequences: new Map() };
    await page.model.refresh();
    expect(codes(page)).toEqual(['sequenceMissing']);

    page.database.facts = before;
    await page.model.refresh();

    expect(codes(page)).toEqual([]);
  });

  test('does not hold a workflow against itself', async () => {
    const first = storedWorkflow({
      trigger: {
        kind: 'event',
        event: { type: 'sequenceUnenrolled' },
        groups: groupsOf([aFilter('stage', equals('demo'))]),
      },
    });
    const action = { id: actionId('out'), kind: 'unenroll' } as const;
    const draft = storedWorkflow({ actions: [action] }).workflow;
    const against = (id: string) =>
      aWorkflowForm({ first, facts: { others: [{ id: workflowId(id), name: 'Rival', draft }] } });
    const itself = against(WORKFLOW);
    const another = against('workflow-2');

    await itself.open();
    await another.open();

    expect(codes(itself)).not.toContain('fights');
    expect(codes(another)).toContain('fights');
  });

  test('counts with a dry run only as long as the draft is the one that was run', async () => {
    const page = aWorkflowForm({ first: storedWorkflow() });
    await page.open();
    const draft = page.model.draft.value;
    if (draft === undefined) throw new Error('no draft');

    page.model.estimated(draft, { matched: 500, cold: 3 });

    expect(codes(page)).toEqual(['coldLeads']);
    page.model.change({ name: 'Other' });
    expect(codes(page)).toEqual([]);
  });

  test('knows the properties that contacts have, and no others', async () => {
    const filter = aFilter('nobody_has_it', equals('1'));
    const page = aWorkflowForm({
      first: storedWorkflow({ trigger: { kind: 'criteria', groups: groupsOf([filter]) } }),
    });

    await page.open();

    expect(page.model.findings.value).toMatchObject([
      { code: 'unknownProperty', place: 'trigger.groups.0.filters.0' },
    ]);
  });
});
