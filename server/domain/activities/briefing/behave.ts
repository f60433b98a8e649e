import type { ListId } from '../../ids.ts';
import type { BehaviourContext } from '../activity.ts';
import type { BriefingCommand } from './decide.ts';
import type { OwnMarks } from './index.ts';
import type { Mark } from './schema.ts';
import type { BriefingDocument } from './state.ts';

/** A delegate who reads, and marks some of what they read: mostly what is so with them, or what they would hear more of. */
export function behave(ctx: BehaviourContext): BriefingCommand | null {
  const text = ctx.reading() as BriefingDocument | undefined;
  if (!text || ctx.chance(40)) return null;
  const { activity } = ctx;
  const own = (ctx.own ?? {}) as OwnMarks;
  if (ctx.chance(3)) {
    const part = ctx.pick(Object.keys(own) as ListId[]);
    const mark = part && own[part]?.[0];
    return mark ? { type: 'briefing.Unmark', data: { activity, part, mark } } : null;
  }
  if (ctx.intents.left('mark', () => 1 + ctx.below(5)) === 0) return null;
  const parts = text.sections.flatMap(({ passages, practices }) => [...passages, ...practices]);
  const part = ctx.pick(parts.filter(({ id }) => !own[id] && !ctx.intents.notes.has(`marked ${id}`)));
  if (!part) return null;
  ctx.intents.spend('mark');
  ctx.intents.notes.set(`marked ${part.id}`, '');
  return { type: 'briefing.Mark', data: { activity, part: part.id, mark: markOf(ctx, part.id) } };
}

/** The more the room likes it, the more people know it from their own city. */
function markOf(ctx: BehaviourContext, part: ListId): Mark {
  if (ctx.chance(35)) return 'more';
  return ctx.chance(30 + ctx.liking(part) * 60) ? 'same' : 'different';
}
