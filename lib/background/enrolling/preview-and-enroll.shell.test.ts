import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/domain/contact/person';
import {
  address,
  anEmailStep,
  aSender,
  aSequence,
  NOW,
  sequenceId,
  stepId,
  zone,
} from '@/test/support/builders';
import { aPerson, choicesFor, type EnrollChoices, enrolled } from '@/test/support/people';
import { createUseCaseWorld, touched, type UseCaseWorld } from '@/test/support/use-case-world';
import { enroll } from './enroll';
import { previewEnrollment } from './preview-enrollment';

let world: UseCaseWorld;
beforeEach(async () => {
  world = await createUseCaseWorld();
});

const edited = { stepId: stepId('step-1'), subject: 'By hand', body: 'Dear Ada,\n\nby hand.' };
const { zone: _unknown, ...nowhere } = aPerson();

const cases: readonly (readonly [string, Person, Partial<EnrollChoices>])[] = [
  ['nothing chosen', aPerson(), {}],
  ['a later step', aPerson(), { startStep: 2 }],
  [
    'another address',
    aPerson({ emails: ['ada@example.com', 'king@example.com'] }),
    { to: address('king@example.com') },
  ],
  ['another zone', aPerson(), { zone: zone('Asia/Tokyo') }],
  ['no zone of the contact', nowhere, { accepted: ['zoneKnown'] }],
  ['a text written by hand', aPerson(), { edited }],
  ['nothing held back', aPerson(), {}],
];

describe('what the preview shows is what enrolling does', () => {
  test.each(cases)('%s', async (what, person, overrides) => {
    world.settings = { ...world.settings, undoSeconds: what === 'nothing held back' ? 0 : 10 };
    const choices = choicesFor(person, overrides);

    const preview = await previewEnrollment(world.deps, choices);
    expect(preview.allowed).toBe(true);
    expect((await touched(world)).enrollments).toEqual([]);
    const outcome = await enroll(world.deps, choices);

    const { enrollments, outbox } = await touched(world);
    expect(outcome.kind).toBe('enrolled');
    expect(enrollments).toMatchObject([
      {
        to: preview.to,
        from: preview.from,
        zone: preview.zone,
        zoneSource: preview.zoneSource,
        sequenceId: preview.sequenceId,
        senderId: preview.senderId,
        nextStep: preview.startStep - 1,
        nextAt: preview.plan[0]?.at,
      },
    ]);
    expect(outbox).toMatchObject([{ stepId: preview.plan[0]?.stepId, dueAt: preview.plan[0]?.at }]);

    world.now = preview.plan[0]?.at ?? 0;
    await world.deps.engine.runDue(new AbortController().signal);
    const mail = await PostalMime.parse(world.provider.sent[0]?.mime ?? '');
    expect(mail.subject).toBe(preview.email?.subject);
    expect(mail.text?.trimEnd()).toBe(preview.email?.body.trimEnd());
    expect(mail.to?.map((one) => one.address)).toEqual([preview.to]);
    expect((await touched(world)).enrollments[0]?.nextAt).toBe(preview.plan[1]?.at);
  });
});

test('what the preview does not allow, enrolling refuses with the same checks', async () => {
  await enrolled(world);
  const choices = choicesFor(aPerson(), { startStep: 9 });

  const preview = await previewEnrollment(world.deps, choices);
  const outcome = await enroll(world.deps, choices);

  expect(preview.allowed).toBe(false);
  expect(preview.status.kind).toBe('enrolled');
  expect(outcome).toMatchObject({
    kind: 'refused',
    checks: preview.checks,
    status: preview.status,
  });
});

test('a warning allows it in the preview, and enrolling once a person has accepted it', async () => {
  const preview = await previewEnrollment(world.deps, { person: nowhere, placeholders: {} });
  expect(preview.allowed).toBe(true);
  expect(preview.checks.filter(({ result }) => result === 'warn').map(({ code }) => code)).toEqual([
    'zoneKnown',
  ]);

  expect((await enroll(world.deps, choicesFor(nowhere))).kind).toBe('refused');
  expect((await enroll(world.deps, choicesFor(nowhere, { accepted: ['zoneKnown'] }))).kind).toBe(
    'enrolled',
  );
});

test('the sequence used last is chosen, and archived ones are not offered', async () => {
  const second = aSequence({ id: sequenceId('sequence-2'), name: 'Another' });
  const old = aSequence({ id: sequenceId('sequence-3'), name: 'Old', state: 'archived' });
  world = await createUseCaseWorld({ sequences: [aSequence(), second, old] });
  const before = await previewEnrollment(world.deps, { person: aPerson(), placeholders: {} });

  await enrolled(world, aPerson({ emails: ['other@example.com'] }));
  const after = await previewEnrollment(world.deps, { person: aPerson(), placeholders: {} });

  expect(before.sequences.map(({ name }) => name)).toEqual(['Another', 'Introduction']);
  expect([before.sequenceId, after.sequenceId]).toEqual(['sequence-2', 'sequence-1']);
  expect(after.sequences).toMatchObject([
    { name: 'Introduction', lastUsedAt: NOW },
    { name: 'Another' },
  ]);
});

test('without a mailbox there is a preview, and the check says what is missing', async () => {
  world = await createUseCaseWorld({ senders: [] });

  const preview = await previewEnrollment(world.deps, { person: aPerson(), placeholders: {} });

  expect(preview).toMatchObject({
    allowed: false,
    senders: [],
    plan: [],
    recipients: ['ada@example.com'],
  });
  expect(preview.checks).toContainEqual(
    expect.objectContaining({ code: 'senderEligible', result: 'block', reason: 'none' }),
  );
});

test('without any sequence there is a preview as well', async () => {
  world = await createUseCaseWorld({ sequences: [] });

  const preview = await previewEnrollment(world.deps, { person: aPerson(), placeholders: {} });

  expect(preview).toMatchObject({ allowed: false, sequences: [], plan: [] });
});

test('a full day is refused and says when there is room, a lost mailbox that it is lost', async () => {
  world = await createUseCaseWorld({ senders: [aSender({ dailyLimit: 1 })] });
  await enrolled(world, aPerson({ emails: ['first@example.com'] }));
  const full = await previewEnrollment(world.deps, { person: aPerson(), placeholders: {} });
  world = await createUseCaseWorld({ senders: [aSender({ connection: 'revoked' })] });
  const lost = await previewEnrollment(world.deps, { person: aPerson(), placeholders: {} });

  const blocks = (preview: typeof full) =>
    preview.checks.filter(({ result }) => result === 'block');
  expect(blocks(full)).toMatchObject([
    { code: 'dailyLimit', reason: 'full', params: { used: 1, limit: 1, free: expect.any(Number) } },
  ]);
  expect(blocks(lost)).toMatchObject([{ code: 'senderEligible', reason: 'revoked' }]);
});

test('a hostile name is text everywhere', async () => {
  const name = '<img src=x onerror=alert(1)>\r\nBcc: eve';
  const step = anEmailStep({
    subject: 'Hello {{contact.first_name}}',
    body: '{{contact.name|you}}',
  });
  world = await createUseCaseWorld({ sequences: [aSequence({ steps: [step] })] });
  await enrolled(world, aPerson({ name }));
  world.now += 10_000;
  await world.deps.engine.runDue(new AbortController().signal);

  const raw = world.provider.sent[0]?.mime ?? '';
  const mail = await PostalMime.parse(raw);
  expect(mail.bcc).toBeUndefined();
  expect(raw).not.toMatch(/^bcc:/im);
  expect(mail.subject).toBe('Hello <img');
  expect(mail.html ?? '').not.toContain('<img');
});
