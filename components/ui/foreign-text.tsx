export interface ForeignTextProps {
  /** A name, a subject: text that somebody else wrote. */
  readonly text: string;
}

/** Foreign text on one line: its direction stays its own, and its whole length is in the tooltip. */
export function ForeignText({ text }: ForeignTextProps) {
  return (
    <bdi class="so-ellipsis" title={text}>
      {text}
    </bdi>
  );
}
