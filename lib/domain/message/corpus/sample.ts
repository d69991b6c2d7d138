/**
 * One synthetic message and what it is. Everything is invented; shapes follow RFC 5322, 3464, 3834,
 * 5545 and what mail programs are known to write.
 */
export interface Sample {
  readonly name: string;
  /** Lies in the conversation of our first email, as the provider files it. */
  readonly inThread?: true;
  /** Filed by the provider as sent by the account itself. */
  readonly own?: true;
  /**
   * Headers, an empty line, the text. Where they are missing, it comes from Ada (the contact), goes
   * to Rita (the rep) and is called `Re: Engines`.
   */
  readonly mail: string;
  /** As `classify` answers; a reply is the contact's and has no wish, unless it says otherwise. */
  readonly is: Readonly<Record<string, unknown>> & { readonly kind: string };
}
