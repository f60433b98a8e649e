import { type Request, type Response, Router } from 'express';
import type { CommandEnvelope } from '../domain/commands.ts';
import type { ParticipantId } from '../domain/ids.ts';
import type { MeetingFile } from '../domain/meeting-file.ts';
import {
  ForgetRequest,
  type JoinedAnswer,
  JoinRequest,
  LinkRequest,
  type LookupAnswer,
  LookupRequest,
  ReturnRequest,
} from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import { joinCode, personalCode } from '../identity/codes.ts';
import { endedCookie } from '../identity/cookies.ts';
import type { MeetingRow } from '../store/store.ts';
import type { HttpDeps } from './deps.ts';
import { giveSession } from './given-sessions.ts';
import { limitsOf } from './limits-of.ts';
import type { RoomPort } from './ports.ts';

/** Joining, coming back, exchanging a link, leaving: the routes that begin and end sessions. */
export function joinRoutes(deps: HttpDeps): Router {
  const { rooms, identity } = deps;

  /** The meeting with this code. @throws Rejection CODE_UNKNOWN, RATE_LIMITED */
  async function find(typed: string, request: Request): Promise<MeetingRow> {
    const limits = limitsOf(deps, request);
    const code = joinCode(typed);
    const row = code === null ? undefined : (await deps.events.meetings()).find((m) => m.code === code);
    if (!row) {
      await limits.wrongCode(request.ip);
      throw new Rejection('CODE_UNKNOWN');
    }
    await limits.rightCode(request.ip, row.id);
    return row;
  }

  async function welcome(request: Request, response: Response, row: MeetingRow, room: RoomPort, id: ParticipantId) {
    const file = await fileOf(room);
    const code = await identity.personalCode(row.id, id);
    const given = await identity.enterParticipant(row.id, id, Date.parse(file.dates.last));
    await giveSession(deps, request, response, 'participant', { ...given, meeting: row.id });
    response.json({ participant: id, personalCode: code } satisfies JoinedAnswer);
  }

  const routes = Router();

  routes.post('/lookup', async (request, response) => {
    const { code } = LookupRequest.parse(request.body);
    const row = await find(code, request);
    response.json(summaryOf(await fileOf(await rooms.get(row.id)), row.code));
  });

  routes.post('/join', async (request, response) => {
    const { id, code, ...person } = JoinRequest.parse(request.body);
    const limits = limitsOf(deps, request);
    const row = await find(code, request);
    const room = await rooms.get(row.id);
    const participant = identity.participantFor(row.id, id);
    const known = await room.read((state) => state.participants.has(participant));
    if (!known) await limits.join(request.ip);
    // An id of our own: what a browser sends must not meet the ids that the server gives its own commands.
    const command = {
      id: `join-${participant}` as CommandEnvelope['id'],
      type: 'core.Join',
      data: { ...person, participant },
    };
    const answer = await room.submit({ kind: 'system' }, command);
    if (!answer.ok) throw new Rejection(answer.rejection.code, answer.rejection.values);
    if (!known) await limits.joined(request.ip, row.id);
    await welcome(request, response, row, room, participant);
  });

  routes.post('/return', async (request, response) => {
    const body = ReturnRequest.parse(request.body);
    const limits = limitsOf(deps, request);
    const row = await find(body.code, request);
    await limits.mayGuess(request.ip);
    const code = personalCode(body.personalCode);
    const participant = code === null ? null : await identity.participantWith(row.id, code);
    const room = await rooms.get(row.id);
    if (participant === null || !(await room.read((state) => state.participants.has(participant)))) {
      await limits.wrongCode(request.ip);
      throw new Rejection('PERSONAL_CODE_UNKNOWN');
    }
    await welcome(request, response, row, room, participant);
  });

  routes.post('/link', async (request, response) => {
    const { secret } = LinkRequest.parse(request.body);
    const entered = await identity.enter(secret);
    if (!entered) throw new Rejection('LINK_UNKNOWN');
    const { role } = entered;
    await giveSession(deps, request, response, role, entered);
    response.json({ role });
  });

  routes.post('/forget', async (request, response) => {
    const { surface } = ForgetRequest.parse(request.body);
    await identity.forget(request.headers.cookie, surface);
    response.append('Set-Cookie', endedCookie(surface));
    response.status(204).end();
  });

  return routes;
}

async function fileOf(room: RoomPort): Promise<MeetingFile> {
  const file = await room.read((state) => state.file);
  if (!file) throw new Rejection('NOT_FOUND');
  return file;
}

function summaryOf(file: MeetingFile, code: string): LookupAnswer {
  const { title, subtitle, place, dates, timezone, region, languages, holder, cities, kinds, organisations } = file;
  return { code, title, subtitle, place, dates, timezone, region, languages, holder, cities, kinds, organisations };
}
