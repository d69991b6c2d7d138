import type { ComponentChildren } from 'preact';
import type { Tone } from './badge';

export interface MeterProps {
  /** What is measured; a heading above the bar. */
  readonly label: ComponentChildren;
  /** The same in words, for example "38 of 500". */
  readonly value: string;
  readonly used: number;
  /** Already spoken for, drawn hatched behind what is used. */
  readonly scheduled?: number;
  readonly limit: number;
  /** For what is no limit: being full is good there. */
  readonly tone?: Tone;
  /** Everything the bar says, in one sentence, for people who do not see it. */
  readonly description: string;
}

/** How much of a limit is gone. */
export function Meter(props: MeterProps) {
  const { label, value, used, scheduled = 0, limit, description } = props;
  const share = (count: number) => (limit > 0 ? Math.min(1, count / limit) : 1);
  const usedShare = share(used);
  const scheduledShare = Math.min(1 - usedShare, share(scheduled));
  const nearness = usedShare >= 1 ? 'bad' : usedShare + scheduledShare >= 0.9 ? 'warn' : 'accent';
  return (
    <div class="so-meter" data-tone={props.tone ?? nearness}>
      <div class="so-meter-head">
        <span class="so-ellipsis">{label}</span>
        <span class="so-meter-value so-number">{value}</span>
      </div>
      <div class="so-meter-track" role="img" aria-label={description} title={description}>
        <span class="so-meter-used" style={{ inlineSize: `${usedShare * 100}%` }} />
        <span class="so-meter-scheduled" style={{ inlineSize: `${scheduledShare * 100}%` }} />
      </div>
    </div>
  );
}
