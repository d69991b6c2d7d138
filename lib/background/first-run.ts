import * as v from 'valibot';
import { type Ids, sequenceIdSchema, stepIdSchema } from '@/lib/domain/ids';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import { t } from '@/lib/i18n/t';
import { addSequenceVersion } from '@/lib/store/sequences';
import type { Instant } from '@/lib/time/instant';
import type { WorkerDeps } from './deps';

/** Gives a new rep one sequence to begin with, in their language. Does nothing if there is any. */
export async function firstRun({ connection, ids, clock }: WorkerDeps): Promise<void> {
  const tx = (await connection.get()).transaction(['sequences', 'sequenceVersions'], 'readwrite');
  const existing = await tx.objectStore('sequences').getAll(null, 1);
  if (existing.length === 0) await addSequenceVersion(tx, starterSequence(ids, clock.now()));
  await tx.done;
}

function starterSequence(ids: Ids, now: Instant): Sequence {
  const step = (days: number, subject: string, body: string) => ({
    id: v.parse(stepIdSchema, ids.next()),
    kind: 'automatedEmail' as const,
    delay: { days, minutes: 0 },
    subject,
    body,
  });
  return {
    id: v.parse(sequenceIdSchema, ids.next()),
    version: 1,
    name: t('starter.name'),
    steps: [
      step(0, t('starter.first.subject'), t('starter.first.body')),
      step(3, t('starter.second.subject'), t('starter.second.body')),
      step(4, t('starter.third.subject'), t('starter.third.body')),
    ],
    settings: DEFAULT_SEQUENCE_SETTINGS,
    access: { kind: 'everyone' },
    owner: 'local',
    state: 'active',
    createdAt: now,
  };
}
