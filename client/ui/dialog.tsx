import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  /** Called when it closes by Escape, by the browser, or by a tap beside it. */
  onClose: () => void;
  /** Buttons, the one that acts last. */
  actions: ComponentChildren;
  children?: ComponentChildren;
  /** Whether a tap beside it closes it; not where a text could be lost. */
  light?: boolean;
  class?: string;
}

/** A modal dialog: the browser's own, which holds the focus and gives it back. It is open as long as it is rendered. */
export function Dialog({ title, onClose, actions, children, light = false, class: more }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = useRef(onClose);
  close.current = onClose;
  // Before the first frame, so that an Escape pressed in it finds an open dialog.
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    const beside = (event: Event) => {
      if (event.target === dialog) close.current();
    };
    if (light) dialog?.addEventListener('click', beside);
    return () => {
      dialog?.removeEventListener('click', beside);
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [light]);
  return (
    <dialog
      ref={ref}
      class={more ? `dialog ${more}` : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      <div class="dialog-body">{children}</div>
      <div class="dialog-actions">{actions}</div>
    </dialog>
  );
}
