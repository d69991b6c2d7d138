import { beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import { putSequenceHead } from '@/lib/store/sequences';
import { DAY, HOUR } from '@/lib/time/instant';
import { aSender, aSequence, contactId, NOW, sequenceId, zone } from '@/test/support/builders';
import { expectConsistent } from '@/test/support/expect-consistent';
import { actionId, anEnrollAction, aWorkflow } from '@/test/support/workflow-builders';
import { createWorkflowWorld, type WorkflowWorld } from '@/test/support/workflow-world';

const everybody = { kind: 'criteria' as const, groups: [] };
const ADA = contactId('ada');

let w: WorkflowWorld;
beforeEach(async () => {
  w = await createWorkflowWorld();
});

async function on(actions: readonly Action[], more: object = {}) {
  await w.switchOn(aWorkflow({ trigger: everybody, actions, ...more }));
}
const enrollments = async () => (await w.world.database()).getAll('enrollments');
const stored = async () => (await w.world.database()).get('contacts', ADA);
const workflow = () => w.head(aWorkflow().id);

describe('enroll', () => {
  test('does so at once, as a workflow, and the worker is woken for the first email', async () => {
    await on([anEnrollAction()]);

    await w.meet('ada');
    await w.work();

    expect(await enrollments()).toMatchObject([
      { origin: 'workflow', contactId: 'ada', zone: 'America/New_York', zoneSource: 'contact' },
    ]);
    expect(w.world.wakes).toContain(NOW);
    expect(await workflow()).toMatchObject({ enrolled: 1, recent: [NOW], inside: 0 });
    await expectConsistent(w.world);
  });

  test('keeps what filters may ask: in which sequence the contact is, since when', async () => {
    await on([anEnrollAction()]);

    await w.meet('ada');
    await w.work();

    expect((await stored())?.properties).toMatchObject({
      hs_sequences_is_enrolled: 'true',
      hs_latest_sequence_enrolled: 'sequence-1',
      hs_latest_sequence_enrolled_date: new Date(NOW).toISOString(),
      hs_sequences_enrolled_count: '1',
    });
  });

  test("uses the sender's clock where the contact's is unknown", async () => {
    await on([anEnrollAction()]);

    const { zone: _unknown, ...nowhere } = await w.meet('bob');
    await w.meet('ada', { zone: undefined } as object);
    await w.work();

    expect(nowhere.name).toBe('bob');
    expect((await enrollments()).map(({ contactId: id, zoneSource }) => [id, zoneSource])).toEqual(
      expect.arrayContaining([
        ['ada', 'sender'],
        ['bob', 'contact'],
      ]),
    );
  });

  test("uses the sender's clock when told to, although the contact's is known", async () => {
    await on([anEnrollAction({ useContactZone: false })]);

    await w.meet('ada', { zone: zone('Asia/Tokyo') });
    await w.work();

    expect(await enrollments()).toMatchObject([{ zone: 'Europe/Warsaw', zoneSource: 'sender' }]);
  });

  test('sends from the owner whose address a property holds', async () => {
    const sender = { type: 'CONTACT_OWNER', contactOwnerProperty: 'hubspot_owner_id' };
    await on([anEnrollAction({ sender })]);

    await w.meet('ada', { properties: { hubspot_owner_id: 'rep@example.com' } });
    await w.meet('bob', { properties: { hubspot_owner_id: 'who@example.com' } });
    await w.work();

    expect(await enrollments()).toMatchObject([{ contactId: 'ada', from: 'rep@example.com' }]);
    expect(await w.journal('workflowActionSkipped')).toEqual([
      { workflow: 'Demo requests', codes: expect.stringContaining('ownerResolved') },
    ]);
  });

  test('skips a contact over the daily limit, who moves on', async () => {
    w = await createWorkflowWorld({ senders: [aSender({ dailyLimit: 1 })] });
    await on([
      anEnrollAction(),
      { id: actionId('set'), kind: 'setProperty', property: 'seen', value: 'yes' },
    ]);

    await w.meet('ada');
    await w.meet('bob');
    await w.work();

    expect(await enrollments()).toHaveLength(1);
    expect(await w.runs()).toEqual(['ada: finished', 'bob: finished']);
    expect(await w.journal('workflowActionSkipped')).toEqual([
      { workflow: 'Demo requests', codes: 'dailyLimit' },
    ]);
    expect(await workflow()).toMatchObject({ enrolled: 1, skipped: 1 });
    expect(await w.journal('propertySet')).toHaveLength(2);
  });

  test('skips a cold lead unless told otherwise', async () => {
    await on([anEnrollAction()]);
    const told = anEnrollAction({ id: actionId('told'), allowColdLeads: true });

    await w.meet('ada', { importedAt: NOW - DAY });
    await w.work();
    expect(await enrollments()).toEqual([]);

    w = await createWorkflowWorld();
    await on([told]);
    await w.meet('ada', { importedAt: NOW - DAY });
    await w.work();
    expect(await enrollments()).toHaveLength(1);
  });

  test('waits for the hours of the sequence instead of sending at night', async () => {
    const sequence = aSequence();
    const settings = { ...sequence.settings, window: { start: 600, end: 660 } };
    w = await createWorkflowWorld({ sequences: [{ ...sequence, settings }] });
    await on([anEnrollAction({ useContactZone: false })]);

    await w.meet('ada');
    await w.work();

    const [row] = await (await w.world.database()).getAll('outbox');
    expect(row?.dueAt).toBeGreaterThanOrEqual(NOW + HOUR);
    expect(row?.dueAt).toBeLessThan(NOW + 2 * HOUR);
  });

  test('holds the 101st of a day and goes on when a person says so', async () => {
    await on([anEnrollAction()]);
    for (let index = 0; index < 103; index += 1) await w.meet(`c${index}`);

    await w.work();
    expect(await enrollments()).toHaveLength(100);
    expect(await workflow()).toMatchObject({ state: 'held', inside: 3, enrolled: 100 });
    expect(await w.journal('workflowHeld')).toEqual([{ workflow: 'Demo requests', count: 100 }]);
    w.world.now += 2 * DAY;
    await w.work();
    expect(await enrollments()).toHaveLength(100);

    await w.change(aWorkflow().id, { state: 'on', recent: [] });
    await w.work();

    expect(await enrollments()).toHaveLength(103);
    expect(await workflow()).toMatchObject({ state: 'on', inside: 0, enrolled: 103 });
    await expectConsistent(w.world);
  }, 20_000);

  test('into a deleted sequence is skipped, and the workflow says so until it is mended', async () => {
    await on([anEnrollAction()]);
    const database = await w.world.database();
    const head = await database.get('sequences', sequenceId('sequence-1'));
    if (head === undefined) throw new Error('one sequence');
    const become = async (state: typeof head.state) => {
      const tx = database.transaction('sequences', 'readwrite');
      await putSequenceHead(tx, { ...head, state });
      await tx.done;
      await w.work();
      return (await workflow()).problem;
    };

    expect(await become('archived')).toBe('sequenceArchived');
    expect(await become('deleted')).toBe('sequenceDeleted');
    await w.meet('ada');
    await w.work();

    expect(await enrollments()).toEqual([]);
    expect(await w.journal('workflowActionSkipped')).toMatchObject([
      { codes: expect.stringContaining('sequenceAvailable') },
    ]);
    expect(await become('active')).toBeUndefined();
    expect(await w.journal('workflowProblem')).toHaveLength(2);
  });
});
