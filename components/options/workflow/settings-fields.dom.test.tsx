import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { aWorkflowPage } from '@/test/support/workflow-editing';

afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });

describe('settings', () => {
  test('say when contacts enter again, whom never, and when nothing is done', () => {
    const { typed } = aWorkflowPage();

    fireEvent.click(screen.getByLabelText('Let contacts enroll again'));
    fireEvent.click(button('Add filters'));
    fireEvent.click(screen.getByLabelText('Take contacts out when the criteria no longer fit'));
    fireEvent.input(screen.getByLabelText('Never these'), { target: { value: '@example.org' } });
    fireEvent.click(button('Add pause dates'));
    expect(document.activeElement).toBe(screen.getByLabelText('First day'));
    fireEvent.input(screen.getByLabelText('First day'), { target: { value: '2026-12-24' } });

    expect(typed().settings).toMatchObject({
      reenrolls: true,
      triggers: [{ filters: [{ property: '' }] }],
      unenrollWhenNotMatching: true,
      suppressed: '@example.org',
      pauseDates: [{ from: '2026-12-24', to: '' }],
    });
  });

  test('lose a pause again, and the focus stays with them', () => {
    const { typed } = aWorkflowPage();
    fireEvent.click(button('Add pause dates'));

    fireEvent.click(button('Remove pause 1'));

    expect(typed().settings.pauseDates).toEqual([]);
    expect(document.activeElement).toBe(button('Add pause dates'));
  });
});
