/**
 * Ends this process, as by SIGTERM, once its parent is gone, where npm runs it as the script of that name. npm stands
 * between the terminal and the server: it hands a signal to the shell that it runs scripts in, and that shell ends
 * without telling anybody. Started by hand, the server may outlive whoever started it.
 */
export function endWithNpm(script) {
  if (process.env.npm_lifecycle_event !== script) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}
