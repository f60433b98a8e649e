import { useEffect, useState } from 'preact/hooks';
import type { JoinedAnswer, LookupAnswer, RejectionFrame } from '../../../server/domain/protocol.ts';
import { post } from '../../lib/api.ts';
import { lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import { Ring } from '../../ui/ring.tsx';
import './join.css';
import { Fetched } from '../fetched.tsx';
import { peopleHere } from '../pages.ts';
import { type Session, useSession } from '../session.ts';
import { About } from './about.tsx';
import { City } from './city.tsx';
import { Code } from './code.tsx';
import { Consents } from './consents.tsx';
import { Field, Why } from './field.tsx';
import { change, fields, forgetForm, keepForm, type Problem, problemsOf, requestOf, takeUpForm } from './form.ts';
import { Organisation } from './organisation.tsx';
import { Return } from './return.tsx';
import { Unlisted } from './unlisted.tsx';

/** The way in: which meeting, who, from where, and what may stand in the minutes. No account. */
export function Join() {
  const session = useSession();
  const [meeting, setMeeting] = useState<LookupAnswer | null>(null);
  // One who was here before on this phone, and whom the server no longer knows, comes back by the personal code.
  const handing = session.handingOver.value;
  const [returning, setReturning] = useState(
    handing ? handing.to !== null : session.me.value !== null && session.live.refusal.value !== null,
  );
  /** Whoever of those who were here before says that they are back. */
  const [chosen, setChosen] = useState(handing?.to?.participant ?? null);
  useEffect(() => void takeUpForm(codeFor(session)), [session]);
  return (
    <div class="phone joining">
      <header>
        <LanguageSwitch onChoose={(language) => void session.setLanguage(language)} />
        <div class="place">
          <Ring lit={10} of={20} you />
          <div>
            <h1>{t('delegate.joinTitle')}</h1>
            <p>{t('delegate.joinSub')}</p>
          </div>
        </div>
      </header>
      <main class="join">
        {handing ? (
          <Button
            icon="back"
            class="again"
            onClick={() => {
              session.handingOver.value = null;
            }}
          >
            {t('delegate.handBack')}
          </Button>
        ) : (
          !returning && (
            <Fetched
              part={peopleHere}
              with={{
                except: null,
                onChoose: ({ participant, code }) => {
                  if (code) change({ code });
                  setChosen(participant);
                  setReturning(true);
                },
              }}
              head={null}
            />
          )
        )}
        <Code meeting={meeting} onMeeting={setMeeting} problem={false} />
        {returning ? (
          <Return of={chosen} onNew={() => setReturning(false)} />
        ) : (
          <Newcomer meeting={meeting} onReturn={() => setReturning(true)} />
        )}
      </main>
    </div>
  );
}

/** The meeting that somebody is asked about first: whoever is handed a phone comes to the one that it is in. */
function codeFor({ handingOver, codeInAddress, me, meeting }: Session): string {
  const handing = handingOver.peek();
  if (handing) return handing.to?.code || (meeting.peek()?.code ?? me.peek()?.code ?? '');
  return codeInAddress || (me.peek()?.code ?? '');
}

/** A network or an international organisation leaves the city to the person. */
const ofNoCity = (meeting: LookupAnswer, organisation: string | null): boolean =>
  meeting.organisations.some((o) => o.id === organisation && o.city === null);

function Newcomer({ meeting, onReturn }: { meeting: LookupAnswer | null; onReturn: () => void }) {
  const session = useSession();
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<RejectionFrame | null>(null);
  const form = fields.value;
  const problems: readonly Problem[] = asked ? problemsOf(form, meeting) : [];

  const join = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    setRefused(null);
    const [first] = problemsOf(fields.value, meeting);
    if (first) return document.getElementById(first)?.focus();
    setSending(true);
    // Kept with its id before it goes: repeated after a lost answer, it is the same person.
    await keepForm();
    const answer = await post<JoinedAnswer>('/api/join', requestOf(fields.value, lang.value));
    setSending(false);
    if (!answer.ok) return setRefused(answer.rejection);
    await session.enter(answer.body, fields.value.code, true);
    await forgetForm();
  };

  return (
    <form class="newcomer" noValidate onSubmit={(event) => void join(event)}>
      <Field id="name" label={t('delegate.name')} aside={t('delegate.nameAside')} problem={problems.includes('name')}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            type="text"
            dir="auto"
            autocomplete="name"
            maxLength={80}
            value={form.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      {meeting && (form.unlisted ? <Unlisted lists={meeting} fields={form} problems={problems} /> : null)}
      {meeting && !form.unlisted && (
        <div class="field">
          <span class="label">{t('delegate.organisation')}</span>
          <Organisation
            lists={meeting}
            chosen={form.organisation}
            onChoose={(organisation) => change({ organisation, city: '', cityText: '' })}
            onUnlisted={() => change({ unlisted: true, organisation: null })}
            onClear={() => change({ organisation: null })}
            describedBy="organisation-why"
            invalid={problems.includes('organisation')}
          />
          <Why id="organisation-why" field={problems.includes('organisation') ? 'organisation' : null} />
        </div>
      )}
      {meeting && !form.unlisted && ofNoCity(meeting, form.organisation) && (
        <City
          lists={meeting}
          fields={form}
          label={t('delegate.cityYours')}
          aside={t('delegate.optional')}
          problem={false}
        />
      )}
      <Consents
        value={{ present: form.present, words: form.words }}
        aside={t('delegate.consentsAside')}
        onChange={(consents) => change(consents)}
      />
      {meeting && <About holder={meeting.holder} />}
      {refused && (
        <Notice tone="bad" icon="warning" announce>
          {rejectionWords(refused)}
        </Notice>
      )}
      <Button look="act" type="submit" iconAfter="next" aria-disabled={sending}>
        {sending ? t('delegate.joining') : t('delegate.join')}
      </Button>
      <Button look="quiet" icon="mine" class="again" onClick={onReturn}>
        {t('delegate.wasHere')}
      </Button>
    </form>
  );
}
