import { begin } from '@/lib/domain/enrollment/begin';
import { decide } from '@/lib/domain/enrollment/decide';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { createLocalEngine } from '@/lib/engines/local/create-local-engine';
import { addClaim } from '@/lib/store/claims';
import { createConnection } from '@/lib/store/connection';
import { putContact } from '@/lib/store/contacts';
import { openDatabase } from '@/lib/store/database';
import { putEnrollment } from '@/lib/store/enrollments';
import { reserve } from '@/lib/store/limits';
import { addOutboxRow } from '@/lib/store/outbox';
import { putSender } from '@/lib/store/senders';
import { addSequenceVersion, countLive } from '@/lib/store/sequences';
import type { Instant } from '@/lib/time/instant';
import { aRequest, aSender, aSequence, countingIds, goodFacts, NOW } from './builders';
import { engineOver } from './engine-over';
import type { ProviderModel } from './provider-model';

export interface World {
  now: Instant;
  readonly connection: ReturnType<typeof createConnection>;
  /** A worker as after a start of the browser: shares nothing with the one before but the disk. */
  readonly life: (provider: ProviderModel) => ReturnType<typeof createLocalEngine>;
  readonly enrollment: Enrollment;
}

/** The real engine over a real (in-memory) database with one enrollment whose first email is due. */
export async function createWorld(
  options: { readonly sender?: Parameters<typeof aSender>[0]; readonly holdMs?: number } = {},
): Promise<World> {
  const name = `world-${crypto.randomUUID()}`;
  const connection = createConnection((options) => openDatabase({ ...options, name }));
  const sender = aSender(options.sender);
  const sequence = aSequence();
  const request = aRequest({ holdMs: options.holdMs ?? 0 });
  const able = { ...sender, connection: 'connected', dailyLimit: 1_000 } as const;
  const decision = decide(request, goodFacts({ sequence, sender: able }), NOW);
  if (decision.kind !== 'enroll') throw new Error('the world begins with an enrollment');
  const who = { contactId: request.contact.id, origin: 'manual' as const };
  const { enrollment, row } = begin(decision.plan, who, NOW, countingIds());

  const database = await connection.get();
  const tx = database.transaction(
    [
      'senders',
      'sequences',
      'sequenceVersions',
      'contacts',
      'claims',
      'enrollments',
      'outbox',
      'limits',
    ],
    'readwrite',
  );
  await putSender(tx, sender);
  await addSequenceVersion(tx, sequence);
  await addClaim(tx, enrollment);
  await putContact(tx, request.contact);
  await putEnrollment(tx, enrollment);
  await addOutboxRow(tx, row);
  await reserve(tx, row.senderId, row.dueAt);
  await countLive(tx, sequence.id, 1);
  await tx.done;

  const world: World = {
    now: NOW,
    connection,
    enrollment,
    life: (provider) =>
      engineOver({
        connection: createConnection((more) => openDatabase({ ...more, name })),
        now: () => world.now,
        mailbox: provider.mailbox,
      }),
  };
  return world;
}
