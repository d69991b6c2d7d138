import type { TaskLine } from '@/components/options/tasks/task-line';
import { displayName } from '@/lib/domain/contact/contact-name';
import { getContact } from '@/lib/store/contacts';
import type { Database } from '@/lib/store/schema';
import { openTasks } from '@/lib/store/tasks';

/** Open tasks with whom each is about, the most urgent first. */
export async function readTaskLines(
  database: Database,
  limit: number,
): Promise<readonly TaskLine[]> {
  const tx = database.transaction(['tasks', 'contacts']);
  const tasks = await openTasks(tx, limit);
  return Promise.all(
    tasks.map(async ({ id, kind, title, dueAt, contactId }) => {
      const contact = await getContact(tx, contactId);
      const address = contact?.emails[0];
      return {
        id,
        kind,
        title,
        dueAt,
        contactName: contact ? displayName(contact) : '',
        ...(address !== undefined && { address }),
      };
    }),
  );
}
