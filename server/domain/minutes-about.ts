import type { AgendaItemId } from './ids.ts';

/**
 * What the page of the minutes says about itself, for a program that shows it: as JSON in `data-about` of its main
 * element. Texts are in the language of the page.
 */
export interface MinutesAbout {
  readonly item: AgendaItemId | null;
  readonly day: string | null;
  /** The days of the meeting with what can be read of each; empty where the page is about a part of it already. */
  readonly days: readonly {
    readonly date: string;
    readonly name: string;
    readonly items: readonly { readonly id: AgendaItemId; readonly title: string }[];
  }[];
  /** The moment that it was composed, in words. */
  readonly asOf: string;
  /** What is counted and not shown, in one sentence. */
  readonly leftOut: string;
}
