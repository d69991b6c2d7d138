import { describe, expect, test } from 'vitest';
import { actionId, aFilter, equals, groupsOf, workflowId } from '@/test/support/workflow-builders';
import { aWorkflowForm, storedWorkflow, WORKFLOW } from '@/test/support/workflow-form-world';

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
