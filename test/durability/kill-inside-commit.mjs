/*
 * Loaded before the server (`node --import`), only in the test that kills it. From SIGUSR2 on, the next commit ends the
 * process without a word, as a power cut would: HALQA_TEST_KILL says whether `before` (its statements have run, COMMIT
 * has not) or `after` (COMMIT has returned, nobody has been told).
 */
import Database from 'better-sqlite3';

const where = process.env.HALQA_TEST_KILL;
let armed = false;
process.on('SIGUSR2', () => {
  armed = true;
});
const die = (here) => {
  if (armed && here === where) process.kill(process.pid, 'SIGKILL');
};

const { transaction } = Database.prototype;
Database.prototype.transaction = function (body) {
  const wrapped = transaction.call(this, (...args) => {
    const result = body(...args);
    die('before');
    return result;
  });
  const { immediate } = wrapped;
  return {
    immediate: (...args) => {
      const result = immediate(...args);
      die('after');
      return result;
    },
  };
};
