import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';

export interface AskProps {
  readonly question: string;
  readonly keep: string;
  readonly go: string;
  readonly onKeep: () => void;
  readonly onGo: () => void;
}

/** Are you sure? Asked in place of the button that was pressed; the safe answer has the focus. */
export function Ask({ question, keep, go, onKeep, onGo }: AskProps) {
  const id = useId();
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <div class="so-row-wide so-ask">
      <p id={id}>{question}</p>
      <div class="so-row-actions">
        <Button size="s" buttonRef={safe} describedBy={id} onClick={onKeep}>
          {keep}
        </Button>
        <Button size="s" variant="danger" onClick={onGo}>
          {go}
        </Button>
      </div>
    </div>
  );
}
