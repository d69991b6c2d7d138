import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../support/steps.ts';
import { CLIENT } from '../support/world.ts';
import { runByItself } from './by-itself.ts';
import { say } from './say.ts';
import { runWithPerson } from './with-a-person.ts';

/** A window needs a screen; on Linux that is one of these two. */
function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

chdir(fileURLToPath(new URL('../..', import.meta.url)));
const alone = process.argv.includes('--headless') || !hasScreen();
let close = async () => {};
let ending = false;
const remember = (world: { readonly close: () => Promise<void> }) => {
  close = world.close;
};
const end = async () => {
  if (ending) return;
  ending = true;
  await close();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void end().finally(() => process.exit(130)));
}

say('Building the extension …');
const built = await runQuietly('wxt', ['build'], {
  WXT_GOOGLE_CLIENT_ID: CLIENT.id,
  WXT_GOOGLE_CLIENT_SECRET: CLIENT.secret,
});
if (!built) process.exit(1);
try {
  await (alone ? runByItself(remember) : runWithPerson(remember));
} catch (cause) {
  if (!ending) {
    say(`\nThe demo stopped: ${cause instanceof Error ? cause.message : cause}`);
    process.exitCode = 1;
  }
} finally {
  await end();
}
