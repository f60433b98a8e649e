import { useEffect, useState } from 'preact/hooks';
import { forgetPerson, type LeftBehind, type PhonePerson, readLeftBehind, readPeople } from '../../lib/people.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import './others.css';

export interface PeopleHereProps {
  /** Who has the phone now, and is not among the others; null where nobody is in. */
  except: string | null;
  /** Somebody of them is back. */
  onChoose: (person: PhonePerson) => void;
}

interface Other extends PhonePerson {
  readonly left: LeftBehind;
}

const nothing: LeftBehind = { texts: 0, others: 0 };

/** The others who have used this phone, and whether something of theirs waits on it. Nothing of it is shown. */
export function PeopleHere({ except, onChoose }: PeopleHereProps) {
  const [others, setOthers] = useState<readonly Other[]>([]);
  const read = async () => {
    const [people, left] = await Promise.all([readPeople(), readLeftBehind()]);
    setOthers(
      people
        .filter(({ participant }) => participant !== except)
        .map((person) => ({ ...person, left: left.get(person.participant) ?? nothing })),
    );
  };
  useEffect(() => void read(), [except]);
  if (others.length === 0) return null;
  return (
    <ul class="people-here" aria-label={t('tabs.others_list')}>
      {others.map((other) => (
        <PersonHere
          key={other.participant}
          other={other}
          onChoose={onChoose}
          onForget={async () => {
            await forgetPerson(other.participant);
            await read();
          }}
        />
      ))}
    </ul>
  );
}

function PersonHere(props: { other: Other; onChoose: (person: PhonePerson) => void; onForget: () => Promise<void> }) {
  const { other, onChoose, onForget } = props;
  const { left, ...person } = other;
  const name = person.name || t('common.aParticipant');
  const waits = left.texts + left.others > 0;
  return (
    <li>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {waits && (
          <span class="state">
            <Icon name="phone" />
            {left.texts > 0 ? t('tabs.others_texts', { n: left.texts }) : t('tabs.others_somethingElse')}
          </span>
        )}
      </p>
      <div class="acts">
        <Button icon="mine" onClick={() => onChoose(person)}>
          {t('tabs.others_isBack', { name })}
        </Button>
        {!waits && (
          <Button look="quiet" icon="close" onClick={() => void onForget()}>
            {t('tabs.others_takeOff', { name })}
          </Button>
        )}
      </div>
    </li>
  );
}
