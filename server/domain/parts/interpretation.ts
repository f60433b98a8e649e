import { z } from 'zod';
import { Rejection } from '../rejection.ts';
import { cleanLine, Language, MAX_NAME } from '../text.ts';
import { readVault, Sealed } from '../vault.ts';
import { definePart } from './part.ts';

export type InterpretationState = Map<Language, Sealed>;

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

export const interpretation = definePart({
  name: 'interpretation',
  commands: {
    /** Neither: there is none any more. */
    'interpretation.Set': z.strictObject({
      lang: Language,
      channel: z.string().max(2000).optional(),
      link: z.string().max(2000).optional(),
    }),
  },
  events: { 'interpretation.ChannelSet': z.strictObject({ lang: Language, channel: Sealed.nullable(), forgets }) },
  allowed: { 'interpretation.Set': ['facilitator'] },
  initial: (): InterpretationState => new Map(),
  decide: (slice, command, ctx) => {
    const { lang } = command.data;
    const channel = cleanLine(command.data.channel ?? '');
    if (channel.length > MAX_NAME) throw new Rejection('NAME_TOO_LONG', { max: MAX_NAME });
    const link = checkedLink(cleanLine(command.data.link ?? ''));
    const before = slice.get(lang);
    const now = before && readVault(ctx.state.vault, before, 'channel');
    if (channel === (now?.channel ?? '') && link === (now?.link ?? '')) return [];
    const forgotten = before ? [before.id] : [];
    if (channel === '' && link === '')
      return [{ type: 'interpretation.ChannelSet', data: { lang, channel: null, forgets: forgotten } }];
    const value = { kind: 'channel' as const, ...(channel ? { channel } : {}), ...(link ? { link } : {}) };
    return [{ type: 'interpretation.ChannelSet', data: { lang, channel: ctx.seal(value), forgets: forgotten } }];
  },
  evolve: (slice, { data: { lang, channel } }) => {
    if (channel) slice.set(lang, channel);
    else slice.delete(lang);
  },
  touches: { 'interpretation.ChannelSet': () => ({ keys: ['interpretation'] }) },
  keyNames: ['interpretation'],
  keys: () => ['interpretation'],
  show: (slice, _key, _audience, state): InterpretationView => {
    const view: Partial<Record<Language, Channel>> = {};
    for (const [lang, sealed] of slice) {
      const value = readVault(state.vault, sealed, 'channel');
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
