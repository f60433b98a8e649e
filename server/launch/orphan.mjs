/**
 * Ends this process, as by SIGTERM, once its parent is gone. `npm start` stands between the terminal and the server: it
 * hands a signal to the shell that it runs scripts in, and that shell ends without telling anybody.
 */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}
