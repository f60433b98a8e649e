import { z } from 'zod';
import { Rejection } from '../rejection.ts';
import { cleanLine, Language, MAX_NAME } from '../text.ts';
import { readVault, Sealed } from '../vault.ts';
import { definePart } from './part.ts';

/** What is said of a language, and what that replaced: kept for one step back. */
interface Said {
  readonly now: Sealed | null;
  readonly before: Sealed | null;
}
export type InterpretationState = Map<Language, Said>;

/** Where one hears the interpretation into a language: the channel of a receiver, or a page that plays it. */
export interface Channel {
  readonly channel: string | null;
  readonly link: string | null;
}
/** The value of `interpretation`, by language. */
export type InterpretationView = Readonly<Partial<Record<Language, Channel>>>;

const Link = z.url({ protocol: /^https?$/, normalize: true }).max(500);

/** A page's address, whole; empty where none was given. @throws Rejection LINK_WRONG */
function checkedLink(link: string): string {
  if (link === '') return '';
  const parsed = Link.safeParse(link);
  if (!parsed.success) throw new Rejection('LINK_WRONG');
  return parsed.data;
}

const forgets = z.array(z.string().max(64));

/** Whether a channel of the view is one of the vault. */
const sameChannel = (seen: Channel | null, kept: { channel?: string; link?: string } | null | undefined): boolean =>
  (seen?.channel ?? '') === (kept?.channel ?? '') && (seen?.link ?? '') === (kept?.link ?? '');

export const interpretation = definePart({
  name: 'interpretation',
  commands: {
    /** Neither: there is none any more. */
    'interpretation.Set': z.strictObject({
      lang: Language,
      channel: z.string().max(2000).optional(),
      link: z.string().max(2000).optional(),
      /** What it is to replace, as the view had it (null: nothing); else it is refused. */
      was: z
        .strictObject({ channel: z.string().max(2000).nullable(), link: z.string().max(2000).nullable() })
        .nullable()
        .optional(),
    }),
    /** Through undo alone. `only`: the vault id of what it takes away; null, where that is nothing. */
    'interpretation.BringBack': z.strictObject({
      lang: Language,
      only: z.string().max(64).nullable(),
      back: Sealed.nullable(),
    }),
  },
  events: { 'interpretation.ChannelSet': z.strictObject({ lang: Language, channel: Sealed.nullable(), forgets }) },
  allowed: { 'interpretation.Set': ['facilitator'], 'interpretation.BringBack': [] },
  initial: (): InterpretationState => new Map(),
  decide: (slice, command, ctx) => {
    const { lang } = command.data;
    const { now = null, before = null } = slice.get(lang) ?? {};
    if (command.type === 'interpretation.BringBack') {
      const { only, back } = command.data;
      if ((now?.id ?? null) !== only || (back && !ctx.state.vault.has(back.id))) throw new Rejection('NOT_FOUND');
      return [{ type: 'interpretation.ChannelSet', data: { lang, channel: back, forgets: now ? [now.id] : [] } }];
    }
    const channel = cleanLine(command.data.channel ?? '');
    if (channel.length > MAX_NAME) throw new Rejection('NAME_TOO_LONG', { max: MAX_NAME });
    const link = checkedLink(cleanLine(command.data.link ?? ''));
    const said = now && readVault(ctx.state.vault, now, 'channel');
    if (sameChannel({ channel, link }, said)) return [];
    const { was } = command.data;
    if (was !== undefined && !sameChannel(was, said)) throw new Rejection('ITEM_CHANGED');
    const value = { kind: 'channel' as const, ...(channel ? { channel } : {}), ...(link ? { link } : {}) };
    const sealed = channel === '' && link === '' ? null : ctx.seal(value);
    const back = { lang, only: sealed?.id ?? null, back: now };
    ctx.undo(`interpretation/${lang}`, [{ type: 'interpretation.BringBack', data: back }]);
    return [{ type: 'interpretation.ChannelSet', data: { lang, channel: sealed, forgets: before ? [before.id] : [] } }];
  },
  evolve: (slice, { data: { lang, channel, forgets: forgotten } }) => {
    const { now = null } = slice.get(lang) ?? {};
    slice.set(lang, { now: channel, before: now && !forgotten.includes(now.id) ? now : null });
  },
  touches: { 'interpretation.ChannelSet': () => ({ keys: ['interpretation'] }) },
  keyNames: ['interpretation'],
  keys: () => ['interpretation'],
  show: (slice, _key, _audience, state): InterpretationView => {
    const view: Partial<Record<Language, Channel>> = {};
    for (const [lang, { now }] of slice) {
      const value = now && readVault(state.vault, now, 'channel');
      if (value) view[lang] = { channel: value.channel ?? null, link: value.link ?? null };
    }
    return view;
  },
  randomCommand: (_slice, { pick, below }) => {
    const lang = pick(['ar', 'fr', 'en'] as const)!;
    const how = below(3) === 0 ? {} : below(2) === 0 ? { channel: '3' } : { link: 'https://audio.example/ar' };
    return { type: 'interpretation.Set', data: { lang, ...(below(20) === 0 ? { link: 'nowhere' } : how) }, by: 'desk' };
  },
});
