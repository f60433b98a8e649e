import { signal } from '@preact/signals';

export const tabs = ['now', 'agenda', 'mine', 'floor'] as const;
export type Tab = (typeof tabs)[number];

const ofAddress = (): Tab => tabs.find((name) => `#${name}` === location.hash) ?? 'now';

/** The tab that is shown: the one in the address, so that the phone's back button works. */
export const tab = signal<Tab>(ofAddress());

addEventListener('hashchange', () => {
  tab.value = ofAddress();
  scrollTo(0, 0);
});

export function goTo(name: Tab): void {
  location.hash = name;
}
