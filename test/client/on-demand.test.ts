import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from '@jest/globals';
import { OnDemand } from '../../client/lib/on-demand.ts';
import { loadMoreWords, t, useWords } from '../../client/lib/words.ts';

describe('a part that is fetched when it is needed', () => {
  it('is asked for once at a time, again after it did not come, and never after it came', async () => {
    let asked = 0;
    const answers = [new Error('no network'), 'here'];
    const part = new OnDemand(async () => {
      const answer = answers[asked++];
      if (answer instanceof Error) throw answer;
      return answer;
    });
    expect(part.state.value).toEqual({ at: 'waiting' });
    await Promise.all([part.load(), part.load()]);
    expect(asked).toBe(1);
    expect(part.state.value).toEqual({ at: 'failed' });
    const again = part.load();
    expect(part.state.value).toEqual({ at: 'waiting' });
    await again;
    expect(part.state.value).toEqual({ at: 'here', part: 'here' });
    await part.load();
    expect(asked).toBe(2);
  });
});

describe('words that come with a part', () => {
  const loaderOf = (words: Record<'ar' | 'fr' | 'en', string>, asked: string[] = []) => {
    const of = (language: 'ar' | 'fr' | 'en') => async () => {
      asked.push(language);
      return { default: { 'x.part': parse(words[language]) } };
    };
    return { ar: of('ar'), fr: of('fr'), en: of('en') };
  };

  it('stand beside those of the page, in its language, and are fetched once', async () => {
    const asked: string[] = [];
    const loader = loaderOf({ ar: 'جزء', fr: 'partie', en: 'part' }, asked);
    useWords({ 'x.page': 'page' }, 'fr');
    await loadMoreWords(loader);
    await loadMoreWords(loader);
    expect([t('x.page'), t('x.part')]).toEqual(['page', 'partie']);
    expect(asked).toEqual(['fr']);
  });

  it('are those of the language that the page has turned to meanwhile', async () => {
    useWords({ 'x.page': 'page' }, 'en');
    const coming = loadMoreWords(loaderOf({ ar: 'جزء', fr: 'partie', en: 'part' }));
    useWords({ 'x.page': 'صفحة' }, 'ar');
    await coming;
    expect([t('x.page'), t('x.part')]).toEqual(['صفحة', 'جزء']);
  });

  it('that do not come leave the page as it was', async () => {
    const none = async (): Promise<never> => {
      throw new Error('no network');
    };
    useWords({ 'x.page': 'page' }, 'en');
    await expect(loadMoreWords({ ar: none, fr: none, en: none })).rejects.toThrow('no network');
    expect([t('x.page'), t('x.part')]).toEqual(['page', 'x.part']);
  });
});
