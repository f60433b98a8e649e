import { readFileSync } from 'node:fs';

/** What processes cost, as Linux tells it in /proc: milliseconds of a processor, bytes of memory. */
export interface Cost {
  readonly own: number;
  /** Of the processes that it started, those that have ended included. */
  readonly children: number;
}

/** A tick of the clock that these are counted in. */
const TICK = 10;

const fields = (pid: number): number[] =>
  // The name of the program, which stands in brackets, may hold anything.
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) \S+ /s, '')
    .split(' ')
    .map(Number);

/** The processes that a process has started and that still run. */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

export function costOf(pid: number): Cost {
  const [own, ended] = spent(pid);
  const running = childrenOf(pid).map((child) => spent(child)[0]);
  return { own, children: running.reduce((sum, n) => sum + n, ended) };
}

function spent(pid: number): [own: number, ended: number] {
  const all = fields(pid);
  const at = (place: number): number => all[place - 4] ?? 0;
  return [(at(14) + at(15)) * TICK, (at(16) + at(17)) * TICK];
}

/** The most memory that any process which it has started has held so far. */
export function memoryOfChildren(pid: number): number {
  const most = (child: number): number => {
    try {
      const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child}/status`, 'utf8'));
      return Number(found?.[1] ?? 0) * 1024;
    } catch {
      // It has just ended.
      return 0;
    }
  };
  return Math.max(0, ...childrenOf(pid).map(most));
}
