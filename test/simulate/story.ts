import type { EnrollmentId, SenderId, SequenceId } from '@/lib/domain/ids';
import type { Instant } from '@/lib/time/instant';
import { type Chance, createChance } from './chance';

/** An email was handed over: the row says so, and the request to send it comes next. */
export interface HandOver {
  readonly key: string;
  readonly enrollmentId: EnrollmentId;
  readonly senderId: SenderId;
  readonly stepIndex: number;
  readonly at: Instant;
  readonly order: number;
}

/** Something that a person was told, or could have been told, and after which nothing may leave. */
export interface Stop {
  readonly enrollmentId: EnrollmentId;
  readonly why: string;
  readonly order: number;
  /** Taken back: it may leave again. */
  until: number;
}

/** What happens in one seed: time, chance, and everything worth telling afterwards. */
export interface Story {
  now: Instant;
  /** While it is false nothing goes wrong any more. */
  isRough: boolean;
  readonly chance: Chance;
  /** Counts everything that happens, so that "before" means something within one instant. */
  order: number;
  readonly handOvers: HandOver[];
  readonly stops: Stop[];
  /** Who has ended, as far as it is on disk. */
  readonly ended: Set<EnrollmentId>;
  /** What the rep lets go on in this life of the worker, and how often, and has not been told of. */
  readonly goingOn: Map<EnrollmentId | SequenceId, number>;
  /** When the rep was last told that somebody goes on: what was told out of turn is not believed. */
  readonly wentOn: Map<EnrollmentId, number>;
  /** An email has its draft and is about to leave: where a mistake would be worst. */
  isDelicate: boolean;
  /** When a step was planned at first, by its row's key. */
  readonly plannedAt: Map<string, Instant>;
  readonly faults: Map<string, number>;
  readonly trace: string[];
  readonly problems: string[];
  readonly tell: (what: string) => void;
  /** One more of these happened. */
  readonly count: (fault: string) => void;
}

export function createStory(seed: number, start: Instant): Story {
  const story: Story = {
    now: start,
    isRough: true,
    chance: createChance(seed),
    order: 0,
    handOvers: [],
    stops: [],
    ended: new Set(),
    goingOn: new Map(),
    wentOn: new Map(),
    isDelicate: false,
    plannedAt: new Map(),
    faults: new Map(),
    trace: [],
    problems: [],
    tell(what) {
      story.order += 1;
      story.trace.push(`${new Date(story.now).toISOString()} ${what}`);
    },
    count(fault) {
      story.faults.set(fault, (story.faults.get(fault) ?? 0) + 1);
    },
  };
  return story;
}
