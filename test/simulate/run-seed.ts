import { IDBFactory } from 'fake-indexeddb';
import { sendDue } from '@/lib/background/send-due';
import { noteConnection } from '@/lib/background/senders/note-connection';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { checkDepartures } from './check-departures';
import { checkEnd } from './check-end';
import { catchUp, sleepLength } from './network';
import { letterArrives } from './people';
import { enrollSomebody, repActs, resumeSequence } from './rep';
import { openSimWorld, outsideOf, type SimLife, type SimWorld } from './sim-world';

export interface SeedResult {
  readonly seed: number;
  readonly problems: readonly string[];
  readonly faults: ReadonlyMap<string, number>;
  readonly sent: number;
  readonly trace: readonly string[];
}

/** Wakes while everything may go wrong, and until everything must have come to its end. */
const ROUGH_WAKES = 14;
const CALM_WAKES = 300;

/** One story from beginning to end, the same one for the same seed. */
export async function runSeed(seed: number): Promise<SeedResult> {
  globalThis.indexedDB = new IDBFactory();
  const world = await openSimWorld(seed);
  const { story } = world;
  try {
    await roughTimes(world);
    await calmDown(world);
    await checkDepartures(world);
    await checkEnd(world);
  } catch (cause) {
    story.problems.push(`the story broke off: ${cause instanceof Error ? cause.stack : cause}`);
  }
  world.database.close();
  const accounts = [...world.outsides.values()].map(({ account }) => account);
  return {
    seed,
    problems: story.problems,
    faults: story.faults,
    sent: accounts.reduce((sum, { departures }) => sum + departures.length, 0),
    trace: story.trace,
  };
}

async function roughTimes(world: SimWorld): Promise<void> {
  const { story } = world;
  const { chance } = story;
  let sim = world.begin((life, what) => atPoint(world, life, what));
  sim.pending.push(enrollSomebody(world, sim), enrollSomebody(world, sim));
  for (let wake = 0; wake < ROUGH_WAKES; wake += 1) {
    passUntilWake(world);
    if (sim.life.isDead() || chance.isLucky(0.3)) {
      sim = world.begin((life, what) => atPoint(world, life, what));
    }
    await live(world, sim);
  }
  sim.life.die();
}

/** Something may happen wherever a worker waits. */
function atPoint(world: SimWorld, sim: SimLife, what: string): void {
  const { story } = world;
  const { chance } = story;
  if (!story.isRough) return;
  if (what === '→ POST drafts') story.isDelicate = true;
  if (what === '← POST drafts/send') story.isDelicate = false;
  // Four times as much happens while a draft is about to leave.
  const roll = chance.next() / (story.isDelicate ? 4 : 1);
  if (roll < 0.003) {
    story.count('worker killed');
    story.tell(`the worker dies at ${what}`);
    sim.life.die();
  } else if (roll < 0.004) {
    const length = sleepLength(story);
    story.tell(`the computer sleeps for ${length / 1_000} s at ${what}`);
    const awakes = story.now + length;
    // Others do not sleep.
    if (chance.isLucky(0.3)) {
      story.now += chance.below(length);
      somebodyWrites(world);
    }
    story.now = awakes;
    for (const outside of world.outsides.values()) catchUp(outside, story.now);
  } else if (roll < 0.011) {
    sim.pending.push(repActs(world, sim));
  } else if (roll < 0.016) {
    somebodyWrites(world);
  }
}

function somebodyWrites(world: SimWorld): void {
  const { story, cast } = world;
  const [person = ''] = story.chance.pick(cast.people).emails;
  const { account } = outsideOf(world, story.chance.pick(cast.senders).id);
  if (story.chance.isLucky(0.1)) {
    account.showNew(story.now);
    account.forgotten = account.history.length + 1;
    story.count('mailbox: history forgotten');
  }
  const arrival = letterArrives(story, account, person);
  if (arrival) world.arrivals.push(arrival);
}

/** One wake of the worker, to its end or its death. */
async function live(world: SimWorld, sim: SimLife): Promise<void> {
  const { story } = world;
  const { signal } = new AbortController();
  world.alarm = undefined;
  const tick = () => sendDue(sim.deps, signal);
  const ticks = [tick()];
  if (story.isRough && story.chance.isLucky(0.1)) {
    story.count('two alarms at once');
    ticks.push(tick());
  }
  const work = (async () => {
    await Promise.all(ticks);
    while (sim.pending.length > 0) await Promise.all(sim.pending.splice(0));
  })();
  const watch = { isOver: false };
  const isStuck = await Promise.race([
    work.then(() => false),
    sim.life.died.then(() => false),
    hangs(story, watch),
  ]);
  watch.isOver = true;
  if (isStuck) story.problems.push('the worker hangs');
  // What was on its way within a dead worker has its turn to come to nothing.
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** So many turns of the event loop in which no time passes, and it will never end. */
async function hangs(
  story: SimWorld['story'],
  watch: { readonly isOver: boolean },
): Promise<boolean> {
  let last = -1;
  for (let quiet = 0; quiet < 5_000 && !watch.isOver; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (story.now !== last) quiet = 0;
    last = story.now;
  }
  return !watch.isOver;
}

function passUntilWake({ story, alarm }: SimWorld): void {
  const { chance } = story;
  const early = chance.pick([1, 5, 40, 90, 600]) * SECOND + chance.below(MINUTE);
  const late = chance.isLucky(0.1) ? chance.pick([HOUR, DAY, 5 * DAY]) : 0;
  const next = alarm !== undefined && chance.isLucky(0.7) ? alarm : story.now + early;
  story.now = Math.max(story.now + chance.below(2_000), next) + chance.below(3_000) + late;
}

/** The rep reconnects and lets everything go on; then nothing goes wrong any more. */
async function calmDown(world: SimWorld): Promise<void> {
  const { story, cast } = world;
  story.isRough = false;
  story.tell('from here on nothing goes wrong');
  const sim = world.begin(() => undefined);
  for (const sender of cast.senders) {
    outsideOf(world, sender.id).isRevoked = false;
    await noteConnection(sim.deps, sender, undefined);
  }
  for (const { id } of cast.sequences) await resumeSequence(world, sim, id);
  for (let wake = 0; wake < CALM_WAKES; wake += 1) {
    for (const outside of world.outsides.values()) catchUp(outside, story.now);
    await live(world, sim);
    const next = await sim.deps.engine.nextDue();
    if (next === undefined) return;
    story.now = Math.max(story.now + SECOND, next);
  }
  story.problems.push('it never comes to an end');
}
