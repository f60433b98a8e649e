import { execFileSync } from 'node:child_process';
import { it } from '@jest/globals';

/**
 * A test that reads a file with a program that is not ours. Where it is not installed the test is left out and counted
 * as such; in CI, where `.ci/run` installs it, it fails instead.
 */
export const itWith = (...programs: readonly string[]) => (programs.every(installed) || process.env.CI ? it : it.skip);

export function installed(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
