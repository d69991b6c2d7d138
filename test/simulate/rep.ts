import { addSuppression } from '@/lib/background/contacts/add-suppression';
import { pause, restore, resume, unenroll } from '@/lib/background/enrolling/change-enrollment';
import { enroll } from '@/lib/background/enrolling/enroll';
import { changeSequence } from '@/lib/background/sequences/change-sequence';
import { addressKey } from '@/lib/domain/contact/email-address';
import type { Check } from '@/lib/domain/enrollment/check';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { SequenceId } from '@/lib/domain/ids';
import type { SimLife, SimWorld } from './sim-world';
import type { Stop, Story } from './story';

const ACTIONS = [
  'enrolls',
  'enrolls',
  'pauses',
  'pauses',
  'resumes',
  'resumes',
  'unenrolls',
  'takes the enrollment back',
  'takes the last change back',
  'suppresses',
  'pauses a sequence',
  'lets a sequence go on',
] as const;

/** The rep does something, whatever the worker is doing just now. */
export async function repActs(world: SimWorld, sim: SimLife): Promise<void> {
  const { story } = world;
  const action = story.chance.pick(ACTIONS);
  story.count(`rep ${action}`);
  switch (action) {
    case 'enrolls':
      return enrollSomebody(world, sim);
    case 'suppresses':
      return suppressSomebody(world, sim);
    case 'pauses a sequence':
      return pauseSequence(world, sim, story.chance.pick(world.cast.sequences).id);
    case 'lets a sequence go on':
      return resumeSequence(world, sim, story.chance.pick(world.cast.sequences).id);
    default: {
      const enrollment = story.chance.shuffled(await enrollments(world))[0];
      if (enrollment !== undefined) await change(world, sim, action, enrollment);
    }
  }
}

export async function enrollSomebody({ story, cast }: SimWorld, { deps }: SimLife): Promise<void> {
  const { chance } = story;
  const person = chance.pick(cast.people);
  const outcome = await enroll(deps, {
    person,
    sequenceId: chance.pick(cast.sequences).id,
    senderId: chance.pick(cast.senders).id,
    placeholders: {},
    accepted: ['quietTime', 'recentlyEnrolled', 'coldLead', 'sameCompany'],
  });
  const why = outcome.kind === 'refused' ? blockers(outcome.checks) : '';
  story.tell(`rep: enroll ${person.emails[0]}: ${outcome.kind} ${why}`);
}

function blockers(checks: readonly Check[]): string {
  return checks
    .filter(({ result }) => result !== 'pass')
    .map(({ code }) => code)
    .join();
}

async function enrollments({ database }: SimWorld): Promise<readonly Enrollment[]> {
  return database.getAll('enrollments');
}

type Change = Exclude<
  (typeof ACTIONS)[number],
  'enrolls' | 'suppresses' | 'pauses a sequence' | 'lets a sequence go on'
>;

async function change(
  { story }: SimWorld,
  { deps }: SimLife,
  action: Change,
  { id }: Enrollment,
): Promise<void> {
  const begun = story.order;
  const goesOn = action === 'resumes' || action === 'takes the last change back';
  const outcome = goesOn ? await goingOn(story, id, ask) : await ask();
  story.tell(`rep: ${action} ${id}: ${outcome.kind}`);
  switch (outcome.kind) {
    case 'paused':
      return stop(story, id, 'paused');
    case 'unenrolled':
      return stop(story, id, 'unenrolled');
    case 'resumed':
      story.wentOn.set(id, story.order);
      return lift(story, begun, (one) => one.enrollmentId === id && one.why === 'paused');
    case 'restored':
      lift(
        story,
        begun,
        (one) => one.enrollmentId === id && (one.why === 'paused' || one.why === 'unenrolled'),
      );
      // Both were done at once, and going on may have come last.
      if (outcome.status.paused === true && (story.wentOn.get(id) ?? 0) < begun) {
        stop(story, id, 'paused');
      }
  }

  async function ask() {
    switch (action) {
      case 'pauses':
        return pause(deps, id);
      case 'resumes':
        return resume(deps, id);
      case 'unenrolls':
        return unenroll(deps, id, 'manual');
      case 'takes the enrollment back':
        return unenroll(deps, id, 'undone');
      case 'takes the last change back':
        return restore(deps, id);
    }
  }
}

async function suppressSomebody(world: SimWorld, { deps }: SimLife): Promise<void> {
  const { story, cast } = world;
  // Rare: nobody is written to afterwards.
  if (!story.chance.isLucky(0.3)) return;
  const [email = ''] = story.chance.pick(cast.people).emails;
  const known = await enrollments(world);
  await addSuppression(deps, { entries: [email], reason: 'blocked' });
  story.tell(`rep: suppresses ${email}`);
  for (const { id, to } of known) {
    if (addressKey(to) === addressKey(email)) stop(story, id, 'suppressed');
  }
}

async function pauseSequence(world: SimWorld, { deps }: SimLife, id: SequenceId): Promise<void> {
  const { story } = world;
  const inside = await enrollments(world);
  await changeSequence(deps, { id, action: 'pause' });
  story.tell(`rep: pauses ${id}`);
  for (const { id: enrollmentId, sequenceId } of inside) {
    if (sequenceId === id) stop(story, enrollmentId, `${id} paused`);
  }
}

export async function resumeSequence(
  { story }: SimWorld,
  { deps }: SimLife,
  id: SequenceId,
): Promise<void> {
  const begun = story.order;
  await goingOn(story, id, () => changeSequence(deps, { id, action: 'resume' }));
  story.tell(`rep: lets ${id} go on`);
  lift(story, begun, ({ why }) => why === `${id} paused`);
}

/** If the worker dies over it, nobody tells the rep; the disk says whether it was done. */
async function goingOn<Result>(
  { goingOn: all }: Story,
  id: Stop['enrollmentId'] | SequenceId,
  work: () => Promise<Result>,
): Promise<Result> {
  const count = (by: number) => all.set(id, (all.get(id) ?? 0) + by);
  count(1);
  const result = await work();
  count(-1);
  return result;
}

function stop(story: Story, enrollmentId: Stop['enrollmentId'], why: string): void {
  const { order } = story;
  story.stops.push({ enrollmentId, why, order, until: Number.POSITIVE_INFINITY });
}

function lift(story: Story, begun: number, isOver: (stop: Stop) => boolean): void {
  for (const one of story.stops) {
    if (isOver(one)) one.until = Math.min(one.until, begun);
  }
}
