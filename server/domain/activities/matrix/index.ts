import { contest, contribute, publishSeeds } from '../../contributions/decide.ts';
import { contributionParts, named } from '../../contributions/kind.ts';
import { Rejection } from '../../rejection.ts';
import { defineActivity } from '../activity.ts';
import { behave } from './behave.ts';
import { minutes } from './minutes.ts';
import { randomCommand } from './random.ts';
import { allowed, commands, events, MatrixConfig, settings } from './schema.ts';
import { cellOf, configure, initial, type MatrixState } from './state.ts';
import { configOf, show } from './view.ts';

const shared = contributionParts<'matrix', MatrixState>('matrix');

/** The room fills a table of rows and columns: entries, endorsements, and contests with a reason. */
export const matrix = defineActivity({
  ...shared,
  kind: 'matrix',
  config: MatrixConfig,
  settings,
  fixedOnceOpened: ['reveal', 'attribution'],
  commands,
  events,
  allowed,
  initial,
  configure,
  configOf,
  opened: (state, ctx) =>
    publishSeeds(state, ctx).map((event) => ({ type: 'matrix.SeedsPublished' as const, data: event.data })),
  decide: (state, command, ctx) => {
    switch (command.type) {
      case 'matrix.Contribute': {
        const { row, column, ...written } = command.data;
        const { rows, columns } = state.config;
        if (!rows.some(({ id }) => id === row) || !columns.some(({ id }) => id === column))
          throw new Rejection('NOT_FOUND');
        return named('matrix', contribute(state, { ...written, place: cellOf(row, column) }, ctx));
      }
      case 'matrix.Contest': {
        const { item, ...written } = command.data;
        return named('matrix', contest(state, { ...written, parent: item }, ctx));
      }
      default:
        return shared.decide(state, command, ctx);
    }
  },
  show,
  minutes,
  randomCommand,
  behave,
});
