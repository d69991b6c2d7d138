import * as v from 'valibot';
import { emailAddressSchema } from '@/lib/domain/contact/email-address';
import { actionIdSchema, senderIdSchema, sequenceIdSchema } from '@/lib/domain/ids';
import { taskKindSchema } from '@/lib/domain/task/task';
import { type FilterGroups, filterGroupsSchema, propertyNameSchema } from './filter';

/** Whose mailbox it leaves from. An owner sends from their default address. `hubspot.md` 4.1. */
export const senderChoiceSchema = v.variant('type', [
  v.object({
    type: v.literal('SPECIFIC_USER'),
    senderId: senderIdSchema,
    from: v.optional(emailAddressSchema),
  }),
  v.object({ type: v.literal('CONTACT_OWNER'), contactOwnerProperty: propertyNameSchema }),
]);

const enrollSchema = v.object({
  id: actionIdSchema,
  kind: v.literal('enroll'),
  sequenceId: sequenceIdSchema,
  /** Follow-ups keep the contact's clock; the sender's where the contact's is unknown. */
  useContactZone: v.boolean(),
  sender: senderChoiceSchema,
  /** Leads that never answered since their import are skipped unless this says otherwise. */
  allowColdLeads: v.optional(v.boolean(), false),
});

/** Whatever sequence the contact is in, whoever may use it. `hubspot.md` 4.2. */
const unenrollSchema = v.object({ id: actionIdSchema, kind: v.literal('unenroll') });

const delaySchema = v.object({
  id: actionIdSchema,
  kind: v.literal('delay'),
  /** Calendar days in the workflow's zone, then elapsed minutes. */
  days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60)),
});

const createTaskSchema = v.object({
  id: actionIdSchema,
  kind: v.literal('createTask'),
  taskKind: taskKindSchema,
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  dueInDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
});

const setPropertySchema = v.object({
  id: actionIdSchema,
  kind: v.literal('setProperty'),
  property: propertyNameSchema,
  /** Empty makes it unknown. */
  value: v.pipe(v.string(), v.maxLength(1_000)),
});

export type SimpleAction =
  | Readonly<v.InferOutput<typeof enrollSchema>>
  | Readonly<v.InferOutput<typeof unenrollSchema>>
  | Readonly<v.InferOutput<typeof delaySchema>>
  | Readonly<v.InferOutput<typeof createTaskSchema>>
  | Readonly<v.InferOutput<typeof setPropertySchema>>;

/** The first branch that holds is taken, else `otherwise`. Each goes on with what comes after. */
export interface BranchAction {
  readonly id: v.InferOutput<typeof actionIdSchema>;
  readonly kind: 'branch';
  readonly branches: readonly Branch[];
  readonly otherwise: readonly Action[];
}

export interface Branch {
  readonly name: string;
  readonly groups: FilterGroups;
  readonly actions: readonly Action[];
}

/** One thing that a workflow does for a contact. */
export type Action = SimpleAction | BranchAction;
export type EnrollAction = Extract<Action, { readonly kind: 'enroll' }>;

/** At most so many branches. `hubspot.md` 4.5. */
const MAX_BRANCHES = 20;
/** In a row; branches have rows of their own. */
const MAX_ACTIONS = 100;

/** Branches inside branches; nobody reads more, and a hostile file ends here. */
export const MAX_DEPTH = 10;

const simpleSchemas = [
  enrollSchema,
  unenrollSchema,
  delaySchema,
  createTaskSchema,
  setPropertySchema,
] as const;

type ActionsSchema = v.GenericSchema<unknown, readonly Action[]>;

/* @__NO_SIDE_EFFECTS__ */
function branchActionSchema(inside: ActionsSchema) {
  return v.object({
    id: actionIdSchema,
    kind: v.literal('branch'),
    branches: v.pipe(
      v.array(
        v.object({
          name: v.pipe(v.string(), v.trim(), v.maxLength(100)),
          groups: filterGroupsSchema,
          actions: inside,
        }),
      ),
      v.minLength(1),
      v.maxLength(MAX_BRANCHES),
    ),
    otherwise: inside,
  });
}

/** Built from the innermost level outwards, because no stack is deep enough for what a file may hold. */
/* @__NO_SIDE_EFFECTS__ */
function actionsAt(depth: number): ActionsSchema {
  return depth === MAX_DEPTH
    ? v.pipe(v.array(v.variant('kind', simpleSchemas)), v.maxLength(MAX_ACTIONS))
    : v.pipe(
        v.array(v.variant('kind', [...simpleSchemas, branchActionSchema(actionsAt(depth + 1))])),
        v.maxLength(MAX_ACTIONS),
      );
}

/** In the order they run. */
export const actionsSchema: ActionsSchema = /* @__PURE__ */ actionsAt(0);
