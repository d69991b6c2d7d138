import { expect, test } from 'vitest';
import {
  aContact,
  anEmailStep,
  aSender,
  aSequence,
  contactId,
  sequenceId,
} from '@/test/support/builders';
import { aWorkflow, workflowId } from '@/test/support/workflow-builders';
import { storedWorkflow } from '@/test/support/workflow-form-world';
import { putContact } from './contacts';
import { openDatabase } from './database';
import { readPropertyNames } from './property-names';
import { putSender } from './senders';
import { addSequenceVersion } from './sequences';
import { readWorkflowFacts, WORKFLOW_FACT_STORES } from './workflow-facts';
import { addRevision } from './workflows';

const open = () => openDatabase({ onGone: () => undefined });

test('lint knows sequences with what they ask for, senders, and the workflows that are on', async () => {
  const database = await open();
  const tx = database.transaction([...WORKFLOW_FACT_STORES], 'readwrite');
  await addSequenceVersion(
    tx,
    aSequence({ steps: [anEmailStep({ body: 'Hi {{placeholder:why now}}' })] }),
  );
  await putSender(tx, aSender());
  for (const state of ['on', 'off', 'held', 'deleted'] as const) {
    const { head } = storedWorkflow();
    const id = workflowId(state);
    await addRevision(tx, { ...head, id, name: state, state }, aWorkflow({ id, name: state }));
  }
  await tx.done;

  const facts = await readWorkflowFacts(database.transaction([...WORKFLOW_FACT_STORES]));

  expect(facts.sequences.get(sequenceId('sequence-1'))).toEqual({
    name: 'Introduction',
    state: 'active',
    placeholders: ['why now'],
  });
  expect(facts.senders).toEqual([aSender()]);
  expect(facts.others.map(({ name, draft }) => [name, draft.name])).toEqual([
    ['held', 'held'],
    ['on', 'on'],
  ]);
});

test('properties are those that contacts have, each once, by name', async () => {
  const database = await open();
  const tx = database.transaction('contacts', 'readwrite');
  await putContact(tx, aContact({ properties: { stage: 'demo', industry: 'SaaS' } }));
  await putContact(tx, aContact({ id: contactId('contact-2'), properties: { stage: 'won' } }));
  await tx.done;

  expect(await readPropertyNames(database)).toEqual(['industry', 'stage']);
});
