import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { type Actor, type Role, roleOf, roles } from '../../server/domain/actors.ts';
import { type Command, type CommandType, commandSchemas } from '../../server/domain/commands.ts';
import type { contributionCommands } from '../../server/domain/contributions/schema.ts';
import { decide } from '../../server/domain/decide.ts';
import { initialState } from '../../server/domain/initial.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import { actorOf, given, joined, opened, type Sent, says } from '../support/given.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

type OfTexts<K extends 'discussion' | 'matrix'> = {
  [N in keyof typeof contributionCommands as `${K}.${N}`]: z.input<(typeof contributionCommands)[N]>;
};

/** The commands of contributions, under the name of a kind that has some. */
function ofTexts<K extends 'discussion' | 'matrix'>(kind: K, activity: string, collects: string): OfTexts<K> {
  const item = { activity, item: '@a' };
  const commands: { [N in keyof typeof contributionCommands]: z.input<(typeof contributionCommands)[N]> } = {
    Edit: { ...item, text: 'x' },
    CorrectLanguage: { ...item, lang: 'ff' },
    Withdraw: item,
    Endorse: item,
    Unendorse: item,
    Hide: { ...item, reason: 'insult' },
    Unhide: item,
    Pin: item,
    Unpin: item,
    Merge: { activity, into: '@a', from: ['@b'] },
    Unmerge: { activity, from: ['@b'] },
    Remove: { ...item, reason: 'insult' },
    Reveal: { activity: collects },
    AdmitLate: item,
  };
  return Object.fromEntries(Object.entries(commands).map(([name, data]) => [`${kind}.${name}`, data])) as OfTexts<K>;
}

const sealed = { id: 'w', commitment: '0'.repeat(64) };

/** Data that parses, for each command; who may give it is asked before anything else. */
const data: { [T in CommandType]: Sent<T> } = {
  'core.Create': { file: sampleMeeting(), code: '123456' },
  'core.Join': {
    participant: 'new',
    profile: { name: 'New', organisation: 'sfax-city', city: null, kind: null },
    consents: { present: false, words: false },
    lang: 'fr',
  },
  'core.SetConsents': { present: true, words: true },
  'core.SetLanguage': { lang: 'en' },
  'core.StartItem': { item: 'first' },
  'core.ReturnToItem': { item: null, pause: [], reopen: [] },
  'core.OpenActivity': { activity: 'collect' },
  'core.PauseActivity': { activity: 'live' },
  'core.CloseActivity': { activity: 'live' },
  'core.EndGrace': { activity: 'live' },
  'core.AddTime': { activity: 'live', seconds: 60 },
  'core.TakeTimeBack': { activity: 'live', ms: 1000 },
  'core.Configure': { activity: 'live', minutes: 5 },
  'core.Translate': { item: '@a', lang: 'fr', text: 'x' },
  'core.RemoveTranslation': { item: '@a', lang: 'fr' },
  'core.ShowOnScreen': { mode: 'join' },
  'core.BlankScreen': { blank: true },
  'core.FreezeScreen': { frozen: true },
  'core.Undo': { seq: 1 },
  'core.AddParticipant': {
    profile: { name: 'New', organisation: 'sfax-city', city: null, kind: null },
    consents: { present: false, words: false },
    lang: 'fr',
  },
  'agenda.Insert': { after: null, date: '2019-06-26', type: 'break', minutes: 10, label: { fr: 'Pause' } },
  'agenda.Move': { item: 'second', after: null, date: '2019-06-25' },
  'agenda.Resize': { item: 'second', minutes: 30 },
  'agenda.Skip': { item: 'second', skipped: true },
  'agenda.Delete': { item: 'second' },
  'agenda.PutBack': { item: 'second', after: null, date: '2019-06-25' },
  'agenda.TakeOut': { item: 'second' },
  'attendance.Arrive': {},
  'attendance.Leave': {},
  'attendance.BringBack': { participant: 'amal', half: '2019-06-25/am' },
  'floor.Ask': {},
  'floor.Withdraw': {},
  'floor.Yield': {},
  'floor.Give': { participant: 'amal' },
  'floor.End': {},
  'floor.Dismiss': { participant: 'amal' },
  'floor.Set': { order: 'least' },
  'floor.TakeBack': { participant: 'amal', asked: null },
  'floor.PutBack': { participant: 'amal', asked: { at: 0, seq: 1 } },
  'floor.Resume': { turn: { participant: 'amal', since: 0, until: 1, asked: true, ms: 1 }, item: null },
  'lists.AddCity': { label: { fr: 'Gabès' } },
  'lists.AddOrganisation': { label: { fr: 'Un cercle' }, city: 'sfax', kind: 'small' },
  'lists.Correct': { list: 'cities', id: 'sfax', label: { fr: 'Sfax' } },
  'lists.Merge': { list: 'cities', into: 'sfax', from: 'lyon' },
  'lists.Split': { list: 'cities', from: 'lyon' },
  'lists.CorrectBack': { list: 'cities', id: 'lyon', back: null, only: 'v', people: [] },
  'lists.TakeOut': { list: 'cities', id: 'lyon' },
  'lists.Assign': { participant: 'amal', organisation: null, city: 'lyon', kind: 'small' },
  'interpretation.Set': { lang: 'ar', channel: '2' },
  'interpretation.BringBack': { lang: 'ar', only: 'v', back: null },
  'keypoints.Set': { item: 'first', label: { en: 'A point' }, items: ['@a'] },
  'keypoints.Move': { item: 'first', point: 'p', to: 0 },
  'keypoints.Remove': { item: 'first', point: 'p' },
  'keypoints.BringBack': { item: 'first', point: 'p', back: sealed, items: [], only: 'v' },
  'themes.Add': { label: { en: 'Trust' }, items: ['@a'] },
  'themes.Rename': { theme: 't', label: { en: 'Trust' } },
  'themes.Put': { theme: null, items: ['@a'] },
  'themes.Merge': { into: 't', from: 'u' },
  'themes.Remove': { theme: 't' },
  'themes.BringBack': { theme: 't', items: ['@a'] },
  'themes.BringNameBack': { theme: 't', back: sealed, only: 'v' },
  'briefing.Mark': { activity: 'read', part: 'centre', mark: 'same' },
  'briefing.Unmark': { activity: 'read', part: 'centre', mark: 'same' },
  'discussion.Contribute': { activity: 'live', text: 'x' },
  ...ofTexts('discussion', 'live', 'collect'),
  'matrix.Contribute': { activity: 'table', row: 'rights', column: 'weak', text: 'x' },
  'matrix.Contest': { activity: 'table', item: '@a', text: 'x' },
  ...ofTexts('matrix', 'table', 'table'),
  'ballot.Vote': { activity: 'dots', dots: [{ option: 'o1', n: 1 }] },
  'ballot.AddOption': { activity: 'dots', label: { fr: 'Une option' } },
  'ballot.CarryOver': { activity: 'dots', items: ['@a'] },
  'ballot.WithdrawOption': { activity: 'dots', option: 'o1' },
  'ballot.RestoreOption': { activity: 'dots', option: 'o1' },
};

const holders: Record<Role, string> = {
  participant: 'amal',
  facilitator: 'facilitator',
  screen: 'screen',
  reader: 'reader',
  system: 'server',
};

/** The table of SPEC.md: for each command the roles that say yes. A row's later commands leave its prefix out. */
function table(): Map<string, ReadonlySet<Role>> {
  const spec = readFileSync(new URL('../../server/domain/SPEC.md', import.meta.url), 'utf8');
  const rows = spec.split('\n').filter((line) => line.startsWith('|'));
  const cells = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const columns = cells(rows[0] ?? '').map((name) => (name === 'server' ? 'system' : name));
  const found = new Map<string, ReadonlySet<Role>>();
  for (const row of rows.slice(2)) {
    const [names = '', ...says] = cells(row);
    const may = new Set(roles.filter((role) => says[columns.indexOf(role) - 1] === 'yes'));
    let prefix = '';
    for (const [, name = ''] of names.matchAll(/`([\w.]+)`/g)) {
      if (name.includes('.')) prefix = name.slice(0, name.indexOf('.') + 1);
      found.set(name.includes('.') ? name : prefix + name, may);
    }
  }
  return found;
}

const written = table();
const room = () => given(joined('amal'), joined('rim'), opened(), says('amal', 'a'), says('rim', 'b'));

describe('the actor table', () => {
  it('[MTG1] names every command, each once, and no other', () => {
    expect([...written.keys()].sort()).toEqual(Object.keys(commandSchemas).sort());
  });

  it.each(Object.keys(data) as CommandType[])('[MTG1] lets whom it names give %s, and nobody else', (type) => {
    for (const role of roles) {
      expect(roleOf(actorOf(holders[role]))).toBe(role);
      const { refusal } = room().when(holders[role], type, data[type] as never);
      const may = written.get(type)?.has(role);
      expect({ role, allowed: refusal !== 'NOT_ALLOWED' }).toEqual({ role, allowed: may });
    }
  });

  const refusal = (actor: Actor, command: Command, state = initialState()) => {
    try {
      decide(state, command, {
        at: 0,
        actor,
        newId: () => 'i',
        seal: () => ({ id: 'v', commitment: '0'.repeat(64) }),
        guessLanguage: () => null,
      });
      return null;
    } catch (error) {
      if (error instanceof Rejection) return error.code;
      throw error;
    }
  };

  it.each(['core.Reboot', 'discussion.Shout', 'matrix.Fill', '', 'constructor', '__proto__', 'toString'])(
    '[MTG1] leaves no place for a command of the unknown type %j',
    (type) => {
      for (const role of roles)
        expect(refusal(actorOf(holders[role]), { type, data: {} } as unknown as Command)).toBe('UNKNOWN_COMMAND');
    },
  );

  it('[MTG1] is asked before the meeting is looked at', () => {
    const command = { type: 'core.OpenActivity', data: { activity: 'nothing' } } as Command;
    expect(refusal(actorOf('nobody'), command)).toBe('NOT_ALLOWED');
    expect(refusal(actorOf('desk'), command)).toBe('NOT_FOUND');
  });

  it('[MTG2] refuses a participant who has not joined', () => {
    for (const type of [
      'core.SetLanguage',
      'discussion.Contribute',
      'discussion.Withdraw',
      'matrix.Contest',
      'ballot.Vote',
      'briefing.Mark',
      'floor.Ask',
      'attendance.Leave',
    ] as const)
      room()
        .when('stranger', type, data[type] as never)
        .thenRefused('SESSION_UNKNOWN');
  });

  it('[MTG3] lets a meeting be created once', () => {
    const story = given();
    expect(story.meeting.log.map((event) => event.type)).toEqual(['core.MeetingCreated']);
    story.when('server', 'core.Create', { file: sampleMeeting(), code: '654321' }).thenRefused('UNCHANGED');
    expect(story.see('room', 'meeting')).toMatchObject({ code: '123456' });
  });
});
