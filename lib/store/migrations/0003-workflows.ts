import type { Migration } from './migration';

/** Workflows and tasks. What was there stays as it was: every new field of it may be missing. */
export const workflows: Migration = {
  version: 3,
  name: 'workflows',
  up(database, transaction) {
    const heads = database.createObjectStore('workflows', { keyPath: 'id' });
    heads.createIndex('sequence', 'sequenceIds', { multiEntry: true });
    database.createObjectStore('workflowRevisions', { keyPath: ['id', 'revision'] });

    const runs = database.createObjectStore('workflowRuns', { keyPath: 'id' });
    runs.createIndex('due', 'dueAt');
    runs.createIndex('inside', 'inside', { unique: true });
    runs.createIndex('held', 'held');
    runs.createIndex('contact', ['contactId', 'createdAt']);
    runs.createIndex('workflow', ['workflowId', 'createdAt']);

    database.createObjectStore('workflowEvents', { keyPath: 'seq', autoIncrement: true });

    const scans = database.createObjectStore('workflowScans', { keyPath: 'id' });
    scans.createIndex('due', 'dueAt');
    scans.createIndex('workflow', 'workflowId');

    database.createObjectStore('workflowMembers', { keyPath: 'contactId' });

    const tasks = database.createObjectStore('tasks', { keyPath: 'id' });
    tasks.createIndex('contact', 'contactId');
    tasks.createIndex('open', 'openDue');

    transaction.objectStore('journal').createIndex('workflow', ['workflowId', 'at']);
  },
};
