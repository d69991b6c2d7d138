import type { WorkerDeps } from '@/lib/background/deps';
import { displayName } from '@/lib/domain/contact/contact-name';
import { t } from '@/lib/i18n/t';
import type { Notifications } from '@/lib/platform/notifications';
import { askedDrafts, noteNotified } from '@/lib/store/compose-drafts';
import { getContact } from '@/lib/store/contacts';
import { countDueTasks } from '@/lib/store/overview';
import { dueReminders, putTask } from '@/lib/store/tasks';
import { writeAtOnce } from '@/lib/store/write-at-once';

const STORES = ['tasks', 'contacts', 'composeDrafts'] as const;
/** So many at once are one line, not a wall of boxes. */
const ONE_BY_ONE = 3;

type RemindDeps = Pick<WorkerDeps, 'connection' | 'clock'> & {
  readonly notifications: Notifications;
};

/**
 * Reminds the rep of tasks whose time has come and of emails to send by hand, each once, and keeps the
 * number on the button right. A worker that dies between showing and noting shows the same one again
 * under its id, which the browser takes for the same.
 */
export async function remind({ connection, clock, notifications }: RemindDeps): Promise<void> {
  const now = clock.now();
  const tx = (await connection.get()).transaction([...STORES]);
  const [due, drafts, count] = await Promise.all([
    dueReminders(tx, now),
    askedDrafts(tx),
    countDueTasks(tx, now),
  ]);
  const names = await Promise.all(due.map(({ contactId }) => getContact(tx, contactId)));
  await notifications.badge(count + drafts.length);
  const fresh = drafts.filter(({ notified }) => notified !== true);
  if (due.length === 0 && fresh.length === 0) return;

  const notes = [
    ...due.map(({ id, title }, index) => {
      const contact = names[index];
      return { id, title, text: contact ? displayName(contact) : t('tasks.title') };
    }),
    ...fresh.map(({ key, byHand }) => ({
      id: key,
      title: t('tasks.ask.notify', [byHand.to]),
      text: byHand.subject,
    })),
  ];
  if (notes.length <= ONE_BY_ONE) for (const note of notes) await notifications.show(note);
  else {
    const title = t('tasks.notifyMany', [String(notes.length)]);
    await notifications.show({ id: 'tasks', title, text: notes[0]?.title ?? '' });
  }
  await writeAtOnce(await connection.get(), STORES, async (write) => {
    // Done or moved meanwhile: only what was shown is taken off.
    for (const task of await dueReminders(write, now)) {
      if (!due.some(({ id }) => id === task.id)) continue;
      const { remindAt: _shown, ...rest } = task;
      await putTask(write, rest);
    }
    const still = await askedDrafts(write);
    await noteNotified(
      write,
      still.filter((draft) =>
        fresh.some((one) => one.key === draft.key && one.askedAt === draft.askedAt),
      ),
    );
  });
}
