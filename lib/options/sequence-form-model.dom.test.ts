import { describe, expect, test } from 'vitest';
import { fakeMemory } from '@/test/support/options-world';
import { aForm, draft, ID, stored } from '@/test/support/sequence-form-world';

describe('opening', () => {
  test('a stored sequence shows it unchanged', async () => {
    const page = aForm({ first: stored({ version: 3 }, 12) });

    await page.form.open(ID);

    expect(draft(page)?.name).toBe('Introduction');
    expect(page.form.form.value).toMatchObject({ basedOn: 3, live: 12, restored: false });
    expect([page.form.status.value, page.form.changed.value]).toEqual(['ready', false]);
  });

  test('a new one starts with one email and nothing wrong to see', async () => {
    const page = aForm();

    await page.form.open('new');

    expect(draft(page)?.steps).toHaveLength(1);
    expect([page.form.problems.value, page.form.changed.value]).toEqual([[], false]);
  });

  test('one that is gone says so, and one that cannot be read is not gone', async () => {
    const gone = aForm();
    await gone.form.open(ID);
    const broken = aForm();
    Object.defineProperty(broken.database, 'sequence', {
      get: () => {
        throw new Error('blocked');
      },
    });

    await broken.form.open(ID);

    expect([gone.form.status.value, broken.form.status.value]).toEqual(['missing', 'failed']);
  });

  test('the answer for a form that was left meanwhile is dropped', async () => {
    const page = aForm({ first: stored() });

    const slow = page.form.open(ID);
    const closing = page.form.open(undefined);
    await Promise.all([slow, closing]);

    expect([page.form.status.value, page.form.form.value]).toEqual(['closed', undefined]);
  });
});

describe('what is typed', () => {
  test('survives a reload, and is forgotten once it is saved', async () => {
    const before = aForm({ first: stored() });
    await before.form.open(ID);
    before.form.edit.change({ name: 'Half a na' });

    const after = aForm({ first: stored(), memory: before.memory });
    await after.form.open(ID);

    expect(draft(after)?.name).toBe('Half a na');
    expect([after.form.form.value?.restored, after.form.changed.value]).toEqual([true, true]);
    await after.form.save('save');
    expect(after.memory.kept.size).toBe(0);
  });

  test('before a reload is kept next to a version that was saved meanwhile', async () => {
    const before = aForm({ first: stored() });
    await before.form.open(ID);
    before.form.edit.change({ name: 'Mine' });

    const after = aForm({ first: stored({ version: 2, name: 'Theirs' }), memory: before.memory });
    await after.form.open(ID);

    expect(after.form.form.value).toMatchObject({ conflict: 'newer', basedOn: 1 });
    expect([draft(after)?.name, after.form.form.value?.saved.name]).toEqual(['Mine', 'Theirs']);
  });

  test('what an older build remembered and nobody can read is nothing', async () => {
    const memory = fakeMemory();
    memory.write(`sequence/${ID}`, { draft: { name: 1 } });
    const page = aForm({ first: stored(), memory });

    await page.form.open(ID);

    expect([draft(page)?.name, page.form.form.value?.restored]).toEqual(['Introduction', false]);
  });

  test('can be thrown away', async () => {
    const page = aForm({ first: stored() });
    await page.form.open(ID);
    page.form.edit.change({ name: 'Mine' });

    await page.form.discard();

    expect([draft(page)?.name, page.form.changed.value]).toEqual(['Introduction', false]);
    expect(page.memory.kept.size).toBe(0);
  });
});

describe('the steps', () => {
  test('are added, moved and removed, and stay what they are', async () => {
    const page = aForm({ first: stored() });
    await page.form.open(ID);
    const keys = () => draft(page)?.steps.map(({ key }) => key);

    const added = page.form.edit.addStep('automatedEmail');
    page.form.edit.moveStep(added, -1);
    page.form.edit.moveStep('step-1', -1);
    page.form.edit.removeStep('step-2');

    expect(keys()).toEqual(['step-1', added, 'step-3']);
    expect(draft(page)?.steps[1]).toMatchObject({ days: '3', subject: '', body: '' });
  });
});

describe('a change elsewhere', () => {
  test('shows at once where nothing is typed', async () => {
    const page = aForm({ first: stored() });
    await page.form.open(ID);
    page.database.sequence = stored({ version: 2, name: 'Theirs' });

    await page.form.refresh();

    expect([draft(page)?.name, page.form.form.value?.conflict]).toEqual(['Theirs', undefined]);
  });

  test('is only told where something is typed', async () => {
    const page = aForm({ first: stored() });
    await page.form.open(ID);
    page.form.edit.change({ name: 'Mine' });
    page.database.sequence = stored({ version: 2, name: 'Theirs' });

    await page.form.refresh();

    expect([draft(page)?.name, page.form.form.value?.conflict]).toEqual(['Mine', 'newer']);
  });

  test('a deleted sequence can still be saved as a copy', async () => {
    const page = aForm({ first: stored() });
    await page.form.open(ID);
    page.database.sequence = undefined;

    await page.form.refresh();

    expect([draft(page)?.name, page.form.form.value?.conflict]).toEqual([
      'Introduction',
      'deleted',
    ]);
  });
});
