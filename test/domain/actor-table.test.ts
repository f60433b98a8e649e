import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Actor, type Role, roleOf, roles } from '../../server/domain/actors.ts';
import { type Command, type CommandType, commandSchemas } from '../../server/domain/commands.ts';
import { decide } from '../../server/domain/decide.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import { initialState } from '../../server/domain/state.ts';
import { actorOf, given, joined, opened, type Sent, says } from '../support/given.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

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
  'core.Undo': { seq: 1 },
  'discussion.Contribute': { activity: 'live', text: 'x' },
  'discussion.Edit': { activity: 'live', item: '@a', text: 'x' },
  'discussion.CorrectLanguage': { activity: 'live', item: '@a', lang: 'ff' },
  'discussion.Withdraw': { activity: 'live', item: '@a' },
  'discussion.Endorse': { activity: 'live', item: '@a' },
  'discussion.Unendorse': { activity: 'live', item: '@a' },
  'discussion.Hide': { activity: 'live', item: '@a', reason: 'insult' },
  'discussion.Unhide': { activity: 'live', item: '@a' },
  'discussion.Pin': { activity: 'live', item: '@a' },
  'discussion.Unpin': { activity: 'live', item: '@a' },
  'discussion.Merge': { activity: 'live', into: '@a', from: ['@b'] },
  'discussion.Unmerge': { activity: 'live', from: ['@b'] },
  'discussion.Remove': { activity: 'live', item: '@a', reason: 'insult' },
  'discussion.Reveal': { activity: 'collect' },
  'discussion.AdmitLate': { activity: 'live', item: '@a' },
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
    for (const type of ['core.SetLanguage', 'discussion.Contribute', 'discussion.Withdraw'] as const)
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
