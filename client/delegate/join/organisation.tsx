import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { cityName, kindName, type Lists } from '../../lib/lists.ts';
import { matches } from '../../lib/search.ts';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

interface OrganisationProps {
  lists: Lists;
  chosen: string | null;
  onChoose: (organisation: string) => void;
  onUnlisted: () => void;
  onClear: () => void;
  describedBy: string;
  invalid: boolean;
}

/** City and kind of an organisation of the list, in one line. */
const about = (lists: Lists, organisation: Lists['organisations'][number]): string =>
  [cityName(lists, organisation.city), kindName(lists, organisation.kind)].filter(Boolean).join(' · ');

/** The organisation: chosen, with a way to change it; or a search over the list in its three languages. */
export function Organisation(props: OrganisationProps) {
  const { lists, chosen, onClear } = props;
  const [again, setAgain] = useState(false);
  const found = lists.organisations.find((organisation) => organisation.id === chosen);
  if (!found) return <Search {...props} focus={again} />;
  return (
    <div class="chosen">
      <Icon name="building" />
      <p>
        <strong>{localized(found.name)}</strong>
        <small>{about(lists, found)}</small>
      </p>
      <Button
        look="quiet"
        icon="edit"
        onClick={() => {
          setAgain(true);
          onClear();
        }}
      >
        {t('delegate.change')}
      </Button>
    </div>
  );
}

function Search({ lists, onChoose, onUnlisted, describedBy, invalid, focus }: OrganisationProps & { focus: boolean }) {
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = lists.organisations.filter(({ name, city, kind }) =>
    matches(query, [name.ar, name.fr, name.en, cityName(lists, city) ?? '', kindName(lists, kind) ?? '']),
  );
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const last = found.length;
  const choose = (index: number) => {
    const organisation = found[index];
    if (organisation) onChoose(organisation.id);
    else onUnlisted();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => {
      setOpen(true);
      setAt(at >= last ? 0 : at + 1);
    },
    ArrowUp: () => {
      setOpen(true);
      setAt(at <= 0 ? last : at - 1);
    },
    Enter: () => {
      if (open && at >= 0) choose(at);
      else if (found.length === 1) choose(0);
    },
    Escape: () => {
      setOpen(false);
      setAt(-1);
    },
  };
  return (
    <div class="combobox">
      <input
        ref={input}
        id="organisation"
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={t('delegate.organisationSearch')}
        value={query}
        aria-label={t('delegate.organisation')}
        aria-expanded={open}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act || (event.key === 'Escape' && !open)) return;
          event.preventDefault();
          act();
        }}
      />
      <div ref={list} id={id} class="options" role="listbox" aria-label={t('delegate.organisation')} hidden={!open}>
        {found.map((organisation, index) => (
          <Option key={organisation.id} id={`${id}-${index}`} active={index === at} onPick={() => choose(index)}>
            <strong>{localized(organisation.name)}</strong>
            <small>{about(lists, organisation)}</small>
          </Option>
        ))}
        <Option id={`${id}-${last}`} active={at === last} onPick={() => choose(last)}>
          <strong>{t('delegate.organisationUnlisted')}</strong>
          <small>{found.length === 0 ? t('delegate.organisationNone') : t('delegate.organisationUnlistedHelp')}</small>
        </Option>
      </div>
      <p class="sr" role="status">
        {open && query ? t('delegate.organisationFound', { n: found.length }) : ''}
      </p>
    </div>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  onPick: () => void;
  children: ComponentChildren;
}

function Option({ id, active, onPick, children }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      // The field keeps the focus: the keyboard stays up, and nothing closes before the tap counts.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={(event) => event.key === 'Enter' && onPick()}
    >
      {children}
    </div>
  );
}
