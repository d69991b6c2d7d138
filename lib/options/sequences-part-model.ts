import type { ReadonlySignal } from '@preact/signals';
import type { Instant } from '@/lib/time/instant';
import { createPreviewModel, type PreviewDeps, type PreviewModel } from './preview-model';
import {
  createSequenceFormModel,
  type SequenceFormDeps,
  type SequenceFormModel,
} from './sequence-form-model';
import { createSequencesModel, type SequencesDeps, type SequencesModel } from './sequences-model';

export interface SequencesPart {
  readonly list: SequencesModel;
  readonly form: SequenceFormModel;
  readonly preview: PreviewModel;
  readonly refresh: () => Promise<void>;
}

/** Sequences: the list, the one in the form, and what it would send. */
export function createSequencesPart(
  deps: Omit<SequencesDeps, 'edit'> &
    SequenceFormDeps &
    Omit<PreviewDeps, 'form'> & { readonly now: ReadonlySignal<Instant> },
): SequencesPart {
  const edit = (item: string) => deps.go({ section: 'sequences', item });
  const list = createSequencesModel({ ...deps, edit });
  const form = createSequenceFormModel(deps);
  const preview = createPreviewModel({ ...deps, form: form.form });
  return {
    list,
    form,
    preview,
    refresh: async () => {
      await Promise.all([list.refresh(), form.refresh(), preview.refresh()]);
    },
  };
}
