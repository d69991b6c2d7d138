import { countedText } from '@/lib/domain/enrollment/counted-text';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { outboxKey } from '@/lib/domain/enrollment/outbox-row';
import { isTaskStep } from '@/lib/domain/sequence/step';
import { getOutboxRow } from '@/lib/store/outbox';
import { countTextOf, getSequence } from '@/lib/store/sequences';
import type { WriteTx } from '@/lib/store/transaction';

/** The contact's first answer is counted for the text that reached them last. */
export async function countAnswer(
  tx: WriteTx<'outbox' | 'sequences' | 'sequenceVersions'>,
  enrollment: Enrollment,
): Promise<void> {
  const { id, sequenceId, sequenceVersion, nextStep } = enrollment;
  const sequence = await getSequence(tx, sequenceId, sequenceVersion);
  for (let index = nextStep - 1; sequence !== undefined && index >= 0; index -= 1) {
    const step = sequence.steps[index];
    if (step === undefined || isTaskStep(step)) continue;
    // A step that was left out has reached nobody.
    if ((await getOutboxRow(tx, outboxKey(id, step.id, 0)))?.state !== 'sent') continue;
    const key = countedText(enrollment, sequence, index);
    if (key !== undefined) await countTextOf(tx, sequenceId, { key, what: 'answered' });
    return;
  }
}
