/** What the desk's keys do. Space does nothing of its own: clickers and habits send it too often. */
interface DeskKeys {
  /** Whether the keys belong to something else just now. */
  busy(): boolean;
  /** Whether PageDown turns the pages of what is read in the middle, as it does anywhere else. */
  reading(): boolean;
  next(): void;
  blank(): void;
  freeze(): void;
  escape(): void;
}

const WRITING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Whether a key press is meant for the desk: not while typing, in a dialog, held down, or with a modifier. */
function meantForDesk(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest(WRITING) && !document.querySelector('dialog[open]');
}

/** Listens for the desk's keys until the returned function is called. */
export function listenForKeys(keys: DeskKeys): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'PageDown' && keys.reading()) return;
    if (event.key === 'PageDown' && event.repeat) event.preventDefault();
    if (!meantForDesk(event) || keys.busy()) return;
    if (event.key === 'PageDown') {
      event.preventDefault();
      keys.next();
    } else if (event.code === 'KeyB' || event.key === 'b' || event.key === 'B') {
      event.preventDefault();
      keys.blank();
    } else if (event.code === 'KeyF' || event.key === 'f' || event.key === 'F') {
      event.preventDefault();
      keys.freeze();
    } else if (event.key === 'Escape') {
      keys.escape();
    }
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
