import { run } from '../support/steps.ts';

/** The shipping build, made once; `npm test` has made it already. */
export default async function setup(): Promise<void> {
  if (process.env['E2E_BUILT'] === '1') return;
  if (!(await run('wxt', ['build']))) throw new Error('the build failed');
}
