import type { Migration } from './migration';

export const initial: Migration = {
  version: 1,
  name: 'initial',
  up(database) {
    database.createObjectStore('meta', { keyPath: 'key' });

    const contacts = database.createObjectStore('contacts', { keyPath: 'id' });
    contacts.createIndex('address', 'addressKeys', { multiEntry: true });
    contacts.createIndex('ref', 'refKeys', { multiEntry: true });

    database.createObjectStore('sequences', { keyPath: 'id' });
    database.createObjectStore('sequenceVersions', { keyPath: ['id', 'version'] });

    const enrollments = database.createObjectStore('enrollments', { keyPath: 'id' });
    enrollments.createIndex('contact', ['contactId', 'createdAt']);
    enrollments.createIndex('updated', 'updatedAt');
    enrollments.createIndex('thread', 'threadKey');
    enrollments.createIndex('liveNext', 'liveNext');

    const claims = database.createObjectStore('claims', { keyPath: 'contactId' });
    claims.createIndex('address', 'address', { unique: true });

    const outbox = database.createObjectStore('outbox', { keyPath: 'key' });
    outbox.createIndex('wake', 'wakeAt');
    outbox.createIndex('enrollment', 'enrollmentId');

    database.createObjectStore('limits', { keyPath: ['senderId', 'start'] });

    const senders = database.createObjectStore('senders', { keyPath: 'id' });
    senders.createIndex('address', 'address', { unique: true });

    database.createObjectStore('suppression', { keyPath: 'address' });
    database.createObjectStore('secrets', { keyPath: 'id' });

    const journal = database.createObjectStore('journal', { autoIncrement: true });
    journal.createIndex('contact', ['contactId', 'at']);
    journal.createIndex('enrollment', ['enrollmentId', 'at']);
  },
};
