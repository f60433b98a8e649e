import { z } from 'zod';
import { activities } from '../domain/activities/index.ts';
import { allowed, type CommandType, commandSchemas } from '../domain/commands.ts';
import { parts } from '../domain/parts/index.ts';
import {
  ByeFrame,
  CommandAnswer,
  CommandFrame,
  HereFrame,
  JoinAnswer,
  JoinedAnswer,
  JoinFrame,
  JoinRequest,
  LinkRequest,
  LookupRequest,
  MAX_FRAME,
  PatchFrame,
  PROTOCOL_VERSION,
  RehearsalAnswer,
  RehearsalRequest,
  ReturnRequest,
  SnapshotFrame,
} from '../domain/protocol.ts';
import { rejectionCodes } from '../domain/rejection.ts';

/*
 * PROTOCOL.md and protocol.schema.json beside this file, made from the schemas themselves. A test compares them with
 * what stands there; `npm run docs` writes them anew.
 */

const frames = {
  JoinFrame,
  JoinAnswer,
  CommandFrame,
  CommandAnswer,
  SnapshotFrame,
  PatchFrame,
  HereFrame,
  ByeFrame,
  LookupRequest,
  JoinRequest,
  JoinedAnswer,
  ReturnRequest,
  LinkRequest,
  RehearsalRequest,
  RehearsalAnswer,
};

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** The JSON Schema of every frame, request and command. */
export function protocolSchema(): string {
  const commands = Object.fromEntries(Object.entries(commandSchemas).map(([type, schema]) => [type, schemaOf(schema)]));
  const definitions = Object.fromEntries(Object.entries(frames).map(([name, schema]) => [name, schemaOf(schema)]));
  return `${JSON.stringify({ protocol: PROTOCOL_VERSION, frames: definitions, commands }, null, 2)}\n`;
}

/** The fields of an object schema: `name`, `name?` where it may be missing. */
function fields(type: CommandType): string {
  const schema = schemaOf(commandSchemas[type]) as {
    properties?: Record<string, unknown>;
    required?: string[];
    oneOf?: unknown[];
  };
  if (!schema.properties) return schema.oneOf ? 'one of several shapes' : '';
  const required = new Set(schema.required ?? []);
  return Object.keys(schema.properties)
    .map((name) => `\`${name}${required.has(name) ? '' : '?'}\``)
    .join(', ');
}

const commandRows = (prefix: string): string =>
  (Object.keys(commandSchemas) as CommandType[])
    .filter((type) => type.startsWith(`${prefix}.`))
    .map((type) => `| \`${type}\` | ${allowed[type].join(', ') || 'undo alone'} | ${fields(type)} |`)
    .join('\n');

export const protocolMarkdown =
  (): string => `<!-- Made from server/domain/protocol.ts and the command schemas by \`npm run docs\`. -->

# The wire, version ${PROTOCOL_VERSION}

Socket.IO 4 on the server's own address, path \`/socket.io\`, WebSocket first. JSON only. The exact shapes stand in
\`protocol.schema.json\` beside this file; both are made from the zod schemas that parse every frame.

## The exchange

| direction | event | carries | answered with |
| --- | --- | --- | --- |
| client → server | \`join\` | \`JoinFrame\`: protocol version, surface, the number and epoch that its view stands at | \`JoinAnswer\` |
| client → server | \`command\` | \`CommandFrame\`: id of the client's making, type, data; from the desk also for whom | \`CommandAnswer\`, once the outcome is on disk |
| server → client | \`snapshot\` | \`SnapshotFrame\`: the whole view of the client's audience | |
| server → client | \`patch\` | \`PatchFrame\`: keys with their new values, null for one that is gone | |
| server → client | \`self\` | a participant's own view, whole | |
| server → client | \`here\` | \`HereFrame\`: who is connected; to desk and screen | |
| server → client | \`bye\` | \`ByeFrame\`: why the connection is ended | |

1. The client connects and sends \`join\`. Who it is stands in the cookie of that surface, never in the frame.
2. Where it lacks something the server sends a \`snapshot\`, or the \`patch\`es after its number, and then the answer.
   On the answer its view stands at \`seq\`.
3. Each \`patch\` goes from the number of the one before to its own. A client at another number joins again with what it
   has. Values are absolute: applying a patch means setting or deleting keys, and nothing else.
4. The numbers belong to an \`epoch\`, one life of the stream in one run of the server. Of another epoch, or further
   behind than the buffer reaches, a client takes a snapshot. The buffer is emptied whenever something is taken back.
5. A command is sent with the same \`id\` until it is answered, across reconnections and restarts: it happens once, and
   its answer is the same each time. \`NOT_SAVED\`, \`UNAVAILABLE\` and \`RATE_LIMITED\` mean: again later; every other
   refusal is final for that id.
6. With \`for\` a facilitator gives a participant's command in the place of somebody who has no phone here. The receipt
   is the facilitator's.
7. A frame of more than ${MAX_FRAME.toLocaleString('en')} bytes is refused with \`TOO_LARGE\`, one that does not parse
   with \`MALFORMED\`, too many with \`RATE_LIMITED\`; a connection that keeps at it is ended with \`bye\` (\`flooding\`).
8. A meeting may be a rehearsal of another: \`meeting\` says so, and it ends with \`bye\` (\`ended\`). The cookie of a
   surface that a browser had before it went in is kept beside it (\`halqa_before_<surface>\`) and set again by the first
   answer over HTTP after that; so a page that has heard \`ended\` is loaded anew.

## A session

\`\`\`
→ join     {"version":${PROTOCOL_VERSION},"surface":"participant","last":0,"epoch":null}
← snapshot {"epoch":"k3Jq…","seq":41,"entries":[["meeting",{…}],["a/q3",{…}],["c/9fQ…",{…}]]}
← (answer) {"ok":true,"epoch":"k3Jq…","seq":41,"now":1561453380000,"self":{…}}
→ command  {"id":"pV2…","type":"discussion.Contribute","data":{"activity":"q3","text":"…"}}
← (answer) {"ok":true,"seq":118,"at":1561453391042,"items":["Zt0…"],"ref":"C38"}
← patch    {"from":41,"to":42,"entries":[["c/Zt0…",{…}],["count/q3",{"shown":21,"received":0}]]}
\`\`\`

## Commands

Every command of the meeting:

| type | from | data |
| --- | --- | --- |
${commandRows('core')}
${activities
  .map(
    (a) => `
Of the activity \`${a.kind}\`:

| type | from | data |
| --- | --- | --- |
${commandRows(a.kind)}`,
  )
  .join('\n')}
${parts
  .map(
    (part) => `
Of the part \`${part.name}\`:

| type | from | data |
| --- | --- | --- |
${commandRows(part.name)}`,
  )
  .join('\n')}

## Refusals

${rejectionCodes.map((code) => `\`${code}\``).join(', ')}. Each has its words in \`data/locales/<language>/rejections.json\`.

## HTTP

JSON both ways, same origin alone; a refusal is \`{"rejection":{"code":…}}\` with a fitting status.

| request | body | answer |
| --- | --- | --- |
| \`POST /api/lookup\` | \`LookupRequest\` | what a person sees of the meeting before joining |
| \`POST /api/join\` | \`JoinRequest\` | \`JoinedAnswer\`, and the participant's cookie |
| \`POST /api/return\` | \`ReturnRequest\` | \`JoinedAnswer\`, and the participant's cookie |
| \`POST /api/link\` | \`LinkRequest\` | the role, and the cookie of that surface |
| \`GET /api/documents/<activity>/<language>\` | | the long texts of an activity, for whoever is in the meeting; with an ETag |
| \`GET /api/suggestions?activity=…\` | | \`SuggestionsAnswer\`: texts that say nearly the same, for the desk |
| \`POST /api/rehearsals\` | \`RehearsalRequest\` | \`RehearsalAnswer\`, and the desk's cookie of the copy; for the desk |
| \`GET /api/rehearsals\` | | \`RehearsalAnswer\`: the rehearsal of the desk's meeting, or that it is in |
| \`POST /api/rehearsals/end\` | | \`RehearsalAnswer\` with its last figures, and the cookies from before |

## History

- 1: the first.
`;
