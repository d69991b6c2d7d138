import { describe, expect, test } from 'vitest';
import { fakeMemory } from '@/test/support/options-world';
import { aWorkflowForm, storedWorkflow, WORKFLOW } from '@/test/support/workflow-form-world';

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
