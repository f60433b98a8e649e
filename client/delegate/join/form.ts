import { signal } from '@preact/signals';
import type { JoinRequest, LookupAnswer } from '../../../server/domain/protocol.ts';
import { type ApiResult, post } from '../../lib/api.ts';
import { readProfile, writeProfile } from '../../lib/database.ts';
import { setPlace } from '../../lib/formats.ts';
import { newCommandId } from '../../lib/ids.ts';

/** The join form as it is being filled in; kept on the phone, so that a reload or another language loses nothing. */
export interface JoinFields {
  /** Makes a repeated request the same person. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** An organisation of the list, or none chosen yet. */
  readonly organisation: string | null;
  /** Their organisation is not in the list: they describe it themselves. */
  readonly unlisted: boolean;
  readonly organisationText: string;
  /** A city of the list; empty: not chosen yet; `other`: their own words. */
  readonly city: string;
  readonly cityText: string;
  readonly kind: string;
  readonly present: boolean;
  readonly words: boolean;
}

export const OTHER_CITY = 'other city';

const empty = (code: string): JoinFields => ({
  id: newCommandId(),
  code,
  name: '',
  organisation: null,
  unlisted: false,
  organisationText: '',
  city: '',
  cityText: '',
  kind: '',
  present: false,
  words: false,
});

export type Problem = 'code' | 'name' | 'organisation' | 'organisationText' | 'city' | 'kind';

/** What is missing, in the order of the form. */
export function problemsOf(fields: JoinFields, meeting: LookupAnswer | null): Problem[] {
  const problems: Problem[] = [];
  if (!meeting) problems.push('code');
  if (fields.name.trim() === '') problems.push('name');
  if (!fields.unlisted) return fields.organisation === null ? [...problems, 'organisation'] : problems;
  if (fields.organisationText.trim() === '') problems.push('organisationText');
  if (fields.city === '' || (fields.city === OTHER_CITY && fields.cityText.trim() === '')) problems.push('city');
  if (fields.kind === '') problems.push('kind');
  return problems;
}

/** The body of POST /api/join. */
export function requestOf(fields: JoinFields, lang: JoinRequest['lang']): unknown {
  const { id, code, name, present, words } = fields;
  const city = fields.city === OTHER_CITY ? { city: null, cityText: fields.cityText } : { city: fields.city || null };
  const profile = fields.unlisted
    ? { name, organisation: null, organisationText: fields.organisationText, kind: fields.kind, ...city }
    : { name, organisation: fields.organisation, kind: null, ...city };
  return { id, code, profile, consents: { present, words }, lang };
}

export const fields = signal<JoinFields>(empty(''));

let keeping: ReturnType<typeof setTimeout> | undefined;

export function change(changes: Partial<JoinFields>): void {
  fields.value = { ...fields.value, ...changes };
  clearTimeout(keeping);
  keeping = setTimeout(() => void keepForm(), 300);
}

/** Takes up a form that was left half filled in. A code in the address goes before the one in the form. */
export async function takeUpForm(codeInAddress: string): Promise<void> {
  const kept = await readProfile<JoinFields>('joinForm');
  const before = fields.value;
  if (kept && before.name === '') fields.value = { ...empty(''), ...kept };
  if (codeInAddress && codeInAddress !== fields.value.code) {
    // Another meeting: its lists are its own.
    fields.value = { ...fields.value, id: newCommandId(), code: codeInAddress, organisation: null, city: '', kind: '' };
  }
}

export const keepForm = (): Promise<boolean> => writeProfile('joinForm', fields.value);

export async function forgetForm(): Promise<void> {
  clearTimeout(keeping);
  fields.value = empty('');
  await writeProfile('joinForm', undefined);
}

/** Asks the server which meeting has a code. */
export async function lookUp(code: string): Promise<ApiResult<LookupAnswer>> {
  const answer = await post<LookupAnswer>('/api/lookup', { code });
  if (answer.ok) setPlace(answer.body.timezone, answer.body.region);
  return answer;
}
