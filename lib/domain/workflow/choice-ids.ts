/** Numbers for the choices that filters name, so that most are compared without looking at text. */
export interface ChoiceIds {
  /** Asking for the same again gives the same. */
  readonly idOf: (choice: string) => number;
  /** The number to keep for a value; `OTHER` for a choice that no filter names. */
  readonly find: (choice: string) => number;
}

export const OTHER = 0;

export function createChoiceIds(): ChoiceIds {
  const ids = new Map<string, number>();
  return {
    idOf: (choice) => {
      const id = ids.get(choice) ?? ids.size + 1;
      ids.set(choice, id);
      return id;
    },
    find: (choice) => ids.get(choice) ?? OTHER,
  };
}
