import { headBlocks } from '../../contributions/minutes.ts';
import { inLanguage, own } from '../../contributions/minutes-quote.ts';
import type { ListId } from '../../ids.ts';
import type { Bar, BarsFigure, Block, Cell, Run } from '../../minutes-document.ts';
import { filled } from '../../text.ts';
import { readVault } from '../../vault.ts';
import type { MinutesContext } from '../activity.ts';
import { type BallotState, type Option, perOption } from './state.ts';
import { type BallotCountView, countView, type OptionResult } from './view.ts';

/** The rule, the options with their dots, and the dots by city or kind. */
export function minutes(state: BallotState, ctx: MinutesContext): Block[] {
  const { prompt, voters, attribution } = state.config;
  if (ctx.lifecycle.openedAt === null) return headBlocks(prompt, [], ctx);
  const count = countView(state, ctx.core);
  const voted = { n: count.voted, of: electorate(state, ctx) };
  const figure: BarsFigure = {
    kind: 'bars',
    caption: own(ctx.words(count.results ? 'minutes.bars' : 'minutes.options'), ctx),
    bars: barsOf(state, count, ctx),
    groups: groupsOf(count).map(([id, n]) => ({ id, name: own(ctx.bucket(id, attribution), ctx), voters: n })),
    voted,
  };
  return [
    ...headBlocks(prompt, [[own(ctx.words(`minutes.voted_${voters}`, voted), ctx)]], ctx),
    { type: 'paragraph', runs: [own(rule(state, ctx), ctx)] },
    ...(figure.bars.length > 0 ? [{ type: 'figure' as const, figure }] : []),
    ...(count.voted > 0 && figure.groups.length > 0 ? [table(state, figure, ctx)] : []),
  ];
}

/** How it was voted, in a few sentences. */
function rule({ config }: BallotState, { words }: MinutesContext): string {
  const { dots: n, voters, results, attribution } = config;
  const most = perOption(config);
  return [
    words(`minutes.rule_${voters}`, { n }),
    ...(n > 1 ? [most < n ? words('minutes.rule_most', { n: most }) : words('minutes.rule_free')] : []),
    words(`minutes.rule_${results}`),
    words(`minutes.rule_by_${attribution}`),
  ].join(' ');
}

/** How many could vote: those who were there, or their organisations; and whoever did. */
function electorate({ config, votes }: BallotState, ctx: MinutesContext): number {
  const voters = [...votes.values()].filter((vote) => vote.dots.size > 0).map((vote) => vote.participant);
  const units = [...ctx.there(), ...voters].map((id) => (config.voters === 'organisation' ? ctx.core.unitOf(id) : id));
  return new Set(units).size;
}

/** The cities or kinds that voters are counted under, with how many they are: the largest first, the pool last. */
const groupsOf = ({ groups }: BallotCountView): [ListId | null, number][] =>
  Object.entries(groups)
    .map(([id, n]): [ListId | null, number] => [id === '' ? null : (id as ListId), n])
    .sort(([a, n], [b, m]) => Number(a === null) - Number(b === null) || m - n);

function barsOf(state: BallotState, count: BallotCountView, ctx: MinutesContext): Bar[] {
  const groups = groupsOf(count);
  return [...state.options.values()]
    .map((option): Bar => {
      const result = (!option.withdrawn && count.results?.[option.id]) || null;
      const said = option.withdrawn ? ctx.words('minutes.optionWithdrawn') : result && saidOf(result, count.voted, ctx);
      return {
        id: option.id,
        ...labelOf(option, ctx),
        withdrawn: option.withdrawn,
        result: result && {
          dots: result.dots,
          voters: result.voters,
          groups: groups.map(([id]) => result.groups[id ?? ''] ?? 0),
        },
        said: said === null ? null : own(said, ctx),
      };
    })
    .sort(
      (a, b) =>
        Number(a.withdrawn) - Number(b.withdrawn) ||
        (b.result?.dots ?? 0) - (a.result?.dots ?? 0) ||
        (b.result?.voters ?? 0) - (a.result?.voters ?? 0),
    );
}

const saidOf = ({ dots, voters }: OptionResult, voted: number, { words }: MinutesContext): string =>
  [
    words('minutes.optionDots', { n: dots }),
    words('minutes.optionVoters', { n: voters, share: voted > 0 ? voters / voted : 0 }),
  ].join(words('minutes.comma'));

/**
 * What an option says: its own words, or those of the text that was carried over or of what that was merged into, as
 * long as the room may read it.
 */
function labelOf({ text }: Option, ctx: MinutesContext): Pick<Bar, 'label' | 'detail' | 'ref'> {
  const gone = own(ctx.words('minutes.optionGone'), ctx, 'soft');
  switch (text.from) {
    case 'file':
      return {
        label: own(text.text[ctx.lang], ctx),
        detail: text.detail ? own(text.detail[ctx.lang], ctx, 'soft') : null,
        ref: null,
      };
    case 'desk': {
      const label = readVault(ctx.core.vault, text.label, 'label')?.label;
      if (!label) return { label: gone, detail: null, ref: null };
      const lang = label[ctx.lang] === undefined ? 'und' : ctx.lang;
      return { label: { text: filled(label)[ctx.lang], lang }, detail: null, ref: null };
    }
    case 'item': {
      const host = ctx.core.host(text.item);
      const item = ctx.core.item(host?.item ?? text.item, 'room');
      if (!item) return { label: gone, detail: null, ref: null };
      const { run } = inLanguage({ text: item.text, lang: item.lang }, item.translations, ctx);
      const merged = host && ctx.words('minutes.optionMerged', { was: host.was, ref: item.ref ?? '' });
      return { label: run, detail: merged ? own(merged, ctx, 'soft') : null, ref: item.ref };
    }
  }
}

/** Dots by city or kind: the same groups as everywhere in this activity. */
function table(state: BallotState, { bars, groups }: BarsFigure, ctx: MinutesContext): Block {
  const cell = (text: string, style?: Run['style']): Cell => ({ runs: [own(text, ctx, style)] });
  const numbers = (list: readonly number[]) => list.map((n) => cell(ctx.words('minutes.number', { n })));
  return {
    type: 'table',
    look: 'numbers',
    caption: own(ctx.words(`minutes.dotsBy_${state.config.attribution}`), ctx),
    head: [cell(ctx.words('minutes.option')), ...groups.map(({ name }) => ({ runs: [name] }))],
    rows: [
      ...bars.flatMap(({ label, result }) =>
        result ? [[{ runs: [label], names: true as const }, ...numbers(result.groups)]] : [],
      ),
      [{ ...cell(ctx.words('minutes.voters'), 'soft'), names: true }, ...numbers(groups.map((group) => group.voters))],
    ],
  };
}
