import { useState } from 'preact/hooks';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';

export interface DaysFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  /** Left the field with another number of days in it. */
  readonly onCommit: (days: number) => void;
}

/** A number of days that is stored when the field is left; what is no number is said and kept. */
export function DaysField({ label, hint, value, onCommit }: DaysFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [refused, setRefused] = useState(false);
  return (
    <TextField
      label={label}
      hint={hint}
      type="number"
      min={0}
      max={365}
      value={typed ?? String(value)}
      error={refused ? t('sequenceForm.problem.daysWrong') : undefined}
      onInput={(text) => {
        setRefused(false);
        setTyped(text);
      }}
      onCommit={(text) => {
        const days = Number(text);
        const fits = /^\d{1,3}$/.test(text.trim()) && days <= 365;
        setRefused(!fits);
        if (!fits) return;
        setTyped(undefined);
        if (days !== value) onCommit(days);
      }}
    />
  );
}
