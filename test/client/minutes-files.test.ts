import { describe, expect, it } from '@jest/globals';
import { Files } from '../../client/minutes/files.ts';
import { type FetchedFile, type MinutesRequest, minutesUrl } from '../../client/minutes/source.ts';

const request: MinutesRequest = { surface: 'reader', format: 'pdf', lang: 'fr', scope: '' };
const file: FetchedFile = { ok: true, blob: new Blob(['%PDF']), name: 'sfax-2019-minutes-fr.pdf' };

/** Files whose answers come when the test says so. */
function asked() {
  const answers: ((file: FetchedFile) => void)[] = [];
  const saved: string[] = [];
  const files = new Files(
    () => new Promise<FetchedFile>((resolve) => answers.push(resolve)),
    (_, name) => saved.push(name),
  );
  return { files, answers, saved };
}

describe('the files of the minutes', () => {
  it('are saved under the name that the server gives them', async () => {
    const { files, answers, saved } = asked();
    const made = files.make(request);
    expect(files.of('pdf')).toEqual({ at: 'making' });
    expect(files.making.value).toBe(1);
    answers[0]!(file);
    await made;
    expect(saved).toEqual(['sfax-2019-minutes-fr.pdf']);
    expect(files.of('pdf')).toEqual({ at: 'made', name: 'sfax-2019-minutes-fr.pdf' });
    expect(files.making.value).toBe(0);
  });

  it('are made one of each format at a time, and several formats at once', async () => {
    const { files, answers, saved } = asked();
    const all = [files.make(request), files.make(request), files.make({ ...request, format: 'docx' })];
    expect(answers).toHaveLength(2);
    for (const answer of answers) answer(file);
    await Promise.all(all);
    expect(saved).toHaveLength(2);
  });

  it('say why they did not come, and can be asked for again', async () => {
    const { files, answers, saved } = asked();
    const refused = files.make(request);
    answers[0]!({ ok: false, rejection: { code: 'EXPORT_BUSY' } });
    await refused;
    expect(files.of('pdf')).toEqual({ at: 'failed', rejection: { code: 'EXPORT_BUSY' } });
    expect(saved).toEqual([]);
    const again = files.make(request);
    answers[1]!(file);
    await again;
    expect(saved).toHaveLength(1);
  });

  it('of another scope are forgotten, but for those that are being made', async () => {
    const { files, answers, saved } = asked();
    const made = files.make(request);
    answers[0]!(file);
    await made;
    const later = files.make({ ...request, format: 'xlsx' });
    files.forget();
    expect([files.of('pdf'), files.of('xlsx')]).toEqual([undefined, { at: 'making' }]);
    answers[1]!(file);
    await later;
    expect(saved).toHaveLength(2);
  });
});

describe('the address of the minutes', () => {
  it.each([
    [{ ...request, format: 'html' }, 'surface=reader&format=html&lang=fr'],
    [{ ...request, scope: 'item=first', download: true }, 'surface=reader&format=pdf&lang=fr&item=first&download=1'],
    [
      { ...request, surface: 'facilitator', scope: 'day=2019-06-25', beside: 'ar' },
      'surface=facilitator&format=pdf&lang=fr&day=2019-06-25&beside=ar',
    ],
    [{ ...request, format: 'xlsx', beside: 'ar' }, 'surface=reader&format=xlsx&lang=fr'],
  ] as const)('names what is asked for (%#)', (asks, query) => {
    expect(minutesUrl(asks as MinutesRequest)).toBe(`/api/minutes?${query}`);
  });
});
