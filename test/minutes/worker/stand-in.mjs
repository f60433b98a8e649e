import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/* In place of the process that makes minutes: does what the meeting's name says, and answers with a number of its own. */

let made = 0;
process.on('disconnect', () => process.exit());
process.on('message', ({ meeting, source, now }) => {
  if (meeting === 'refuses') return process.send({ refused: { code: 'NOT_FOUND', values: {} } });
  if (meeting === 'fails') return process.send({ failed: { kind: 'PlantedFault', stack: 'no place' } });
  if (meeting === 'dies') process.exit(3);
  if (meeting === 'stuck') for (;;);
  process.send({ read: now });
  const answer = () => {
    made += 1;
    appendFileSync(join(source.folder, 'made'), `${meeting}\n`);
    const body = new TextEncoder().encode(`${meeting} ${made}`);
    const memory = meeting === 'greedy' ? 2 ** 31 : 2 ** 20;
    process.send({ made: { body, mime: 'text/plain', filename: 'minutes', policy: null }, memory });
  };
  if (meeting !== 'held') return answer();
  // Until the test lets it go.
  const asked = setInterval(() => {
    if (!existsSync(join(source.folder, 'go'))) return;
    clearInterval(asked);
    answer();
  }, 5);
});
