import type { IncomingMessage } from 'node:http';
import { parse } from 'cookie';
import { Language, languages } from '../domain/text.ts';

/** The language for a request: what its reader chose before, else the first of ours that the browser asks for. */
export function languageOf(request: IncomingMessage): Language {
  const chosen = Language.safeParse(parse(request.headers.cookie ?? '').halqa_lang);
  if (chosen.success) return chosen.data;
  const asked = (request.headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([0-9.]+)$/.exec(p)?.[1]).find((v) => v !== undefined);
      return { lang: tag.split('-')[0], q: q === undefined ? 1 : Number(q), order };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q || a.order - b.order);
  for (const { lang } of asked) {
    const ours = languages.find((known) => known === lang);
    if (ours) return ours;
  }
  return 'en';
}
