import { ImportSection } from '@/components/options/import/import-section';
import type { PartProps } from '@/lib/options/part-props';

/** Hands the import of contacts to its section. */
export function ImportPart({ model }: PartProps) {
  const { imports } = model;
  return (
    <ImportSection
      takesFocus={model.where.wentThere.value}
      view={imports.view.value}
      onFile={(file) => void imports.choose(file)}
      onColumn={imports.setColumn}
      onStart={() => void imports.start()}
      onCancel={imports.cancel}
      onReset={imports.reset}
    />
  );
}
