import type { ComponentChildren } from 'preact';

/** A list that scrolls by itself, also by keyboard. */
export function ScrollRegion(props: { label: string; class?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section class={props.class ? `feed ${props.class}` : 'feed'} aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}
