import type { Locator, Page } from 'playwright-core';

/** The form of one sequence in the options, by the names a person reads. */
export interface SequenceFormSurface {
  readonly name: Locator;
  /** One email of the sequence, counted from 1. */
  readonly step: (number: number) => Locator;
  readonly subject: (step: number) => Locator;
  readonly message: (step: number) => Locator;
  readonly addStep: () => Promise<void>;
  /** Puts a token into the message of an email, where the cursor is. */
  readonly insert: (step: number, token: RegExp) => Promise<void>;
  /** What a contact would get and when. */
  readonly preview: Locator;
  readonly saveButton: Locator;
}

export function sequenceFormOn(page: Page): SequenceFormSurface {
  const step = (number: number) => page.getByRole('listitem', { name: `Email ${number}` });
  return {
    name: page.getByLabel('Name', { exact: true }),
    step,
    subject: (number) => step(number).getByRole('textbox', { name: 'Subject' }),
    message: (number) => step(number).getByRole('textbox', { name: 'Message' }),
    addStep: () => page.getByRole('button', { name: 'Add an email' }).click(),
    insert: async (number, token) => {
      const card = step(number);
      await card.getByRole('button', { name: 'Insert a token: Message' }).click();
      await card.getByRole('menuitem', { name: token }).click();
    },
    preview: page.getByRole('complementary', { name: 'Preview' }),
    saveButton: page.getByRole('button', { name: /^(Create sequence|Save new version)$/ }),
  };
}
