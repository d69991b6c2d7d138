import type { TextCount } from '@/lib/domain/sequence/text-count';
import { stepName } from '@/lib/i18n/step-name';
import { t } from '@/lib/i18n/t';
import { CardHead } from './card-head';
import { DelayFields } from './delay-fields';
import { EmailFields } from './email-fields';
import type { WrittenText } from './email-text';
import type { DraftProblem, StepDraft } from './sequence-draft';
import { TaskFields } from './task-fields';

export interface StepCardProps {
  readonly step: StepDraft;
  /** Counted from 0. */
  readonly index: number;
  readonly count: number;
  /** This email follows another in its conversation and takes that one's subject. */
  readonly inThread: boolean;
  /** Its delay begins when the task before it is done. */
  readonly isHeld: boolean;
  readonly problems: readonly DraftProblem[];
  /** What has become of a text of this email, if it has left as it stands. */
  readonly resultOf: (text: WrittenText) => TextCount | undefined;
  readonly onChange: (change: Partial<StepDraft>) => void;
  readonly onAddVariant: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One step: when it runs after the one before, and what it says or asks the rep to do. */
export function StepCard(props: StepCardProps) {
  const { step, index, count } = props;
  const name = stepName(step.kind, index);
  const isEmail = step.kind === 'automatedEmail';
  return (
    <li class="so-card so-step" aria-label={name} data-step={step.key}>
      <CardHead
        name={name}
        index={index}
        count={count}
        onMove={props.onMove}
        onRemove={props.onRemove}
      />
      {index === 0 ? (
        <p class="so-quiet">
          {isEmail ? t('sequenceForm.firstAtOnce') : t('sequenceForm.task.firstAtOnce')}
        </p>
      ) : (
        <DelayFields {...props} />
      )}
      {isEmail ? <EmailFields {...props} /> : <TaskFields {...props} />}
    </li>
  );
}
