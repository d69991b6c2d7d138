import fc from 'fast-check';
import type { Action } from '@/lib/domain/workflow/action';
import {
  aBranch,
  aDelay,
  anEnrollAction,
  anUnenrollAction,
  aTaskAction,
} from './workflow-builders';

/** An action without its id. */
type Shape =
  | { readonly kind: 'task' | 'enroll' | 'unenroll' }
  | { readonly kind: 'delay'; readonly days: number; readonly minutes: number }
  | { readonly kind: 'branch'; readonly ways: readonly Shapes[]; readonly otherwise: Shapes };
type Shapes = readonly Shape[];

const { shapes } = fc.letrec<{ shape: Shape; shapes: Shapes }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('task', 'enroll', 'unenroll') }),
    fc.record({
      kind: fc.constant('delay'),
      days: fc.nat({ max: 30 }),
      minutes: fc.nat({ max: 1_440 }),
    }),
    fc.record({
      kind: fc.constant('branch'),
      ways: fc.array(tie('shapes'), { minLength: 1, maxLength: 3 }),
      otherwise: tie('shapes'),
    }),
  ),
  shapes: fc.array(tie('shape'), { maxLength: 4 }),
}));

/** Any list of actions, branches in branches too, each with an id of its own. */
export const anyProgram: fc.Arbitrary<readonly Action[]> = shapes.map((all) => built(all, ''));

/** Ids tell where an action is: `branch-2/A/task-1`. */
function built(shapes: Shapes, place: string): readonly Action[] {
  return shapes.map((shape, index) => actionFrom(shape, `${place}${shape.kind}-${index}`));
}

function actionFrom(shape: Shape, id: string): Action {
  switch (shape.kind) {
    case 'task':
      return aTaskAction(id);
    case 'enroll':
      return anEnrollAction({ id });
    case 'unenroll':
      return anUnenrollAction(id);
    case 'delay':
      return aDelay(id, shape.days, shape.minutes);
    case 'branch': {
      const ways = shape.ways.map((way, index) => built(way, `${id}/${index}/`));
      return aBranch(id, ways, built(shape.otherwise, `${id}/else/`));
    }
  }
}
