import type { SequenceDraft } from '@/components/options/sequence-draft';
import type { SequenceId } from '@/lib/domain/ids';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import type { TextCounts } from '@/lib/domain/sequence/text-count';
import type { SequenceHead } from '@/lib/store/schema';
import { draftOf, emptyDraft } from './draft-of';
import type { KeptDraft } from './read-draft';

/** The address of the form of a sequence that does not exist yet. */
export const NEW = 'new';

/** The newest version of a sequence, and how it stands. */
export interface StoredSequence {
  readonly head: SequenceHead;
  readonly sequence: Sequence;
}

/** The sequence that is open in the form. */
export interface FormState {
  /** As the address names it: an id, or `new`. */
  readonly item: string;
  readonly id?: SequenceId;
  /** The version that is edited; a newer one is never overwritten. */
  readonly basedOn?: number;
  /** How many run in it, in whatever version. */
  readonly live: number;
  /** What has become of its texts. */
  readonly texts?: TextCounts;
  /** As it is stored. */
  readonly saved: SequenceDraft;
  /** As it is typed. */
  readonly draft: SequenceDraft;
  /** Typed before a reload and found again. */
  readonly restored: boolean;
  /** Saved or deleted elsewhere meanwhile; nothing of either is lost. */
  readonly conflict?: 'newer' | 'deleted';
  /** Saving was refused once, so that everything that is wrong is shown from then on. */
  readonly attempted: boolean;
}

const FRESH = { restored: false, attempted: false } as const;

export function stateOf({ head, sequence }: StoredSequence): FormState {
  const saved = draftOf(sequence);
  const { id, version: basedOn } = sequence;
  const texts = head.texts && { texts: head.texts };
  return { item: id, id, basedOn, live: head.live, ...texts, saved, draft: saved, ...FRESH };
}

/**
 * The form as it opens: what is stored, under what was typed before a reload.
 *
 * @param stored `undefined` for a new sequence, or when it was deleted
 * @returns `undefined` when there is neither
 */
export function openedForm(
  item: string,
  stored: StoredSequence | undefined,
  options: { readonly kept: KeptDraft | undefined; readonly key: string },
): FormState | undefined {
  const { kept, key } = options;
  const saved = emptyDraft(key);
  const isGone = item !== NEW && stored === undefined;
  if (isGone && kept === undefined) return undefined;
  const state = stored ? stateOf(stored) : { item, live: 0, saved, draft: saved, ...FRESH };
  if (kept === undefined || !isChanged({ saved: state.saved, draft: kept.draft })) return state;
  const isOlder = (kept.basedOn ?? 0) < (stored?.sequence.version ?? 0);
  return {
    ...state,
    ...kept,
    restored: true,
    ...(isGone ? { conflict: 'deleted' } : isOlder && { conflict: 'newer' }),
  };
}

/** The form after something stored has changed: what is typed stays, and is warned about. */
export function refreshedForm(form: FormState, stored: StoredSequence | undefined): FormState {
  if (stored === undefined) return { ...form, conflict: 'deleted' };
  if (stored.sequence.version <= (form.basedOn ?? 0)) {
    const { live, texts } = stored.head;
    return { ...form, live, ...(texts && { texts }) };
  }
  return isChanged(form) ? { ...form, conflict: 'newer' } : stateOf(stored);
}

/** Is there anything that leaving would lose? Keys are only names within one form. */
export function isChanged({ saved, draft }: Pick<FormState, 'saved' | 'draft'>): boolean {
  return comparable(saved) !== comparable(draft);
}

function comparable(draft: SequenceDraft): string {
  const steps = draft.steps.map(({ key: _name, id: _stored, variants, ...step }) => {
    const texts = variants.map(({ key: _own, ...text }) => text);
    return sorted({ ...step, variants: texts.map(sorted) });
  });
  const { name, days, start, end, threading, unsubscribe, coolOffDays, sameCompany } = draft;
  const { replyExit, meetingExit, askWhenLateDays } = draft;
  const exits = [replyExit, meetingExit, askWhenLateDays];
  const settings = [
    name,
    days,
    start,
    end,
    threading,
    unsubscribe,
    coolOffDays,
    sameCompany,
    exits,
  ];
  return JSON.stringify([settings, draft.access, draft.users, draft.teams, steps]);
}

/** In an order of its own, because a draft that was read again may have another. */
function sorted(record: object): readonly (readonly [string, unknown])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
