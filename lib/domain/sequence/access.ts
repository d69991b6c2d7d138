import * as v from 'valibot';

/** Somebody who uses the product: `local` is the rep of this browser, everybody else an address. */
export const userKeySchema = v.pipe(v.string(), v.minLength(1), v.maxLength(254));

/** Who may enroll into a sequence. Unenrolling ignores it. Source: `hubspot.md` 1.9. */
export const accessSchema = v.variant('kind', [
  v.object({ kind: v.literal('private') }),
  v.object({ kind: v.literal('everyone') }),
  v.object({
    kind: v.literal('specific'),
    users: v.pipe(v.array(userKeySchema), v.maxLength(500)),
    teams: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))), v.maxLength(100)),
  }),
]);

export type Access = v.InferOutput<typeof accessSchema>;

/** The rep of this browser: every key they go by, and their teams. */
export interface User {
  readonly keys: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
}

/**
 * May this user enroll into a sequence of that owner?
 *
 * @example mayEnroll({ kind: 'private' }, 'local', rep) // true for the owner only
 */
export function mayEnroll(access: Access, owner: string, user: User): boolean {
  switch (access.kind) {
    case 'everyone':
      return true;
    case 'private':
      return user.keys.has(owner);
    case 'specific':
      return (
        user.keys.has(owner) ||
        access.users.some((key) => user.keys.has(key.toLowerCase())) ||
        access.teams.some((team) => user.teams.has(team))
      );
  }
}
