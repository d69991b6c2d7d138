import { arabic } from './arabic';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { italian } from './italian';
import { japanese } from './japanese';
import { mandarin } from './mandarin';
import type { Phrases } from './phrases';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { russian } from './russian';
import { spanish } from './spanish';

/** The most spoken business languages, and Polish. A new one is a file and a line here. */
export const LANGUAGES: readonly Phrases[] = [
  english,
  mandarin,
  spanish,
  french,
  arabic,
  portuguese,
  german,
  japanese,
  hindi,
  italian,
  russian,
  polish,
];
