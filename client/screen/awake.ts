/** Keeps the projector's machine from going dark, where the browser offers it (not on plain HTTP). */
export function keepAwake(): void {
  const ask = () => {
    if (document.visibilityState === 'visible' && 'wakeLock' in navigator)
      navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
