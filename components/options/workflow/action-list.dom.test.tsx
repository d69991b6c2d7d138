import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import { actionId } from '@/test/support/workflow-builders';
import { aWorkflowPage } from '@/test/support/workflow-editing';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const wait = (id: string): Action => ({ id: actionId(id), kind: 'delay', days: 1, minutes: 0 });
const out: Action = { id: actionId('out'), kind: 'unenroll' };
const search = () => screen.getByRole('combobox', { name: 'Find an action' });

function add(where: string, typed: string) {
  fireEvent.click(button(where));
  fireEvent.input(search(), { target: { value: typed } });
  fireEvent.keyDown(search(), { key: 'Enter' });
}

describe('adding an action', () => {
  test('puts it between two, found by what is typed, and goes on in its first field', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [wait('one'), out] } });

    add('Add an action after number 1', 'task');

    expect(typed().actions.map(({ kind }) => kind)).toEqual(['delay', 'createTask', 'unenroll']);
    const card = screen.getByRole('region', { name: '2. Create task' });
    expect(document.activeElement).toBe(within(card).getByLabelText('Title'));
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('at the start and at the end as well', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [wait('one')] } });

    add('Add an action at the start', 'enroll in');
    add('Add an action after number 2', 'unenroll');

    expect(typed().actions.map(({ kind }) => kind)).toEqual(['enroll', 'delay', 'unenroll']);
  });

  test('offers all six, each with what it does, by arrows and by the mouse', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [] } });
    fireEvent.click(button('Add an action at the start'));
    const names = screen.getByRole('listbox').querySelectorAll('bdi');
    expect([...names].map((name) => name.textContent)).toEqual([
      'Enroll in a sequence',
      'Unenroll from sequence',
      'Delay',
      'If/then branch',
      'Create task',
      'Set property',
    ]);

    fireEvent.keyDown(search(), { key: 'ArrowUp' });
    fireEvent.keyDown(search(), { key: 'Enter' });

    expect(typed().actions).toMatchObject([{ kind: 'setProperty' }]);
  });

  test('is left by Escape, and the focus is back on its button', () => {
    aWorkflowPage({ draft: { actions: [out] } });
    fireEvent.click(button('Add an action after number 1'));
    expect(document.activeElement).toBe(search());

    fireEvent.keyDown(search(), { key: 'Escape' });

    expect(screen.queryByRole('listbox')).toBeNull();
    expect(document.activeElement).toBe(button('Add an action after number 1'));
  });

  test('that does not exist is said, and Enter adds nothing', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [] } });

    add('Add an action at the start', 'dance');

    expect(screen.getByText('There is no such action')).toBeTruthy();
    expect(typed().actions).toEqual([]);
  });
});

describe('actions in their order', () => {
  test('are moved, and the focus stays on the button that moved them', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [wait('one'), out] } });
    const up = button('Move up: 2. Unenroll from sequence');
    up.focus();

    fireEvent.click(up);

    expect(typed().actions.map(({ id }) => id)).toEqual(['out', 'one']);
    expect(document.activeElement).toBe(up);
    expect(screen.getByText('Now number 1 of 2')).toBeTruthy();
    expect(button('Move up: 1. Unenroll from sequence').getAttribute('aria-disabled')).toBe('true');
  });

  test('are removed, and the focus goes to where another can be put', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [wait('one'), out] } });

    fireEvent.click(button('Remove: 2. Unenroll from sequence'));

    expect(typed().actions.map(({ id }) => id)).toEqual(['one']);
    expect(document.activeElement).toBe(button('Add an action after number 1'));
    expect(screen.getByText('Removed: Unenroll from sequence')).toBeTruthy();
  });
});

describe('a branch', () => {
  const branch: Action = {
    id: actionId('branch'),
    kind: 'branch',
    branches: [{ name: 'Warm', groups: [], actions: [out] }],
    otherwise: [],
  };

  test('holds actions, which may be branches again', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [branch] } });
    const group = (name: string) => screen.getAllByRole('group', { name })[0] ?? document.body;
    const addIn = (name: string, where: string, what: string) => {
      fireEvent.click(
        within(group(name)).getAllByRole('button', { name: where })[0] ?? document.body,
      );
      fireEvent.input(search(), { target: { value: what } });
      fireEvent.keyDown(search(), { key: 'Enter' });
    };

    addIn('If: branch 1', 'Add an action after number 1', 'if/then');
    addIn('Otherwise', 'Add an action at the start', 'delay');

    const [outer] = typed().actions;
    if (outer?.kind !== 'branch') throw new Error('no branch');
    expect(outer.branches[0]?.actions.map(({ kind }) => kind)).toEqual(['unenroll', 'branch']);
    expect(outer.otherwise).toEqual([]);
    const inner = outer.branches[0]?.actions[1];
    expect(inner).toMatchObject({ kind: 'branch', otherwise: [{ kind: 'delay' }] });
  });

  test('gets further ways, named, and loses them again; one way stays', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [branch] } });
    expect(screen.queryByRole('button', { name: 'Remove branch 1' })).toBeNull();

    fireEvent.click(button('Add a branch'));
    const names = screen.getAllByLabelText('Name of the branch');
    expect(document.activeElement).toBe(names[1]);
    if (names[1]) fireEvent.input(names[1], { target: { value: 'Cold' } });
    fireEvent.click(button('Remove branch 1'));

    expect(typed().actions).toMatchObject([{ branches: [{ name: 'Cold' }] }]);
    expect(document.activeElement).toBe(button('Add a branch'));
  });
});
