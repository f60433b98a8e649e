import type { AttributionMode } from '../domain/attribution.ts';
import { currentId } from '../domain/buckets.ts';
import type { ActivitySection, Block, Run } from '../domain/minutes-document.ts';
import type { MeetingState } from '../domain/state.ts';
import { bucketName } from './authors.ts';
import type { Composing } from './compose.ts';

/** Whether a block shows votes: its activity has no authors. */
export const isBallot = (block: Block): boolean => block.type === 'figure' && block.figure.kind === 'bars';

/** How authors appear and votes are counted: a paragraph for each way that was used, with the activities it was used in. */
export function methodBlocks(activities: readonly ActivitySection[], state: MeetingState, ctx: Composing): Block[] {
  const used = (votes: boolean, mode: AttributionMode) =>
    activities.filter((a) => a.attribution === mode && a.blocks.some(isBallot) === votes);
  const say = (key: string): Block => ({
    type: 'paragraph',
    runs: [{ text: ctx.words(`minutes.${key}`), lang: ctx.lang }],
  });
  const blocks: Block[] = used(false, 'named').length > 0 ? [say('method_named')] : [];
  for (const votes of [false, true])
    for (const by of ['city', 'kind'] as const) {
      const list = used(votes, by);
      if (list.length === 0) continue;
      const items = list.map((activity) => [bucketsOf(activity, by, state, ctx)]);
      blocks.push(say(votes ? `methodVotes_${by}` : `method_${by}`), { type: 'list', ordered: false, items });
    }
  if (blocks.length === 0) return [];
  const heading: Run = { text: ctx.words('minutes.method'), lang: ctx.lang };
  return [{ type: 'heading', level: 3, runs: [heading] }, ...blocks];
}

/** The cities or kinds that stand by themselves in an activity. */
function bucketsOf({ id, title }: ActivitySection, by: 'city' | 'kind', state: MeetingState, ctx: Composing): Run {
  const { file, lang, words, format } = ctx;
  const listed = [...(state.activities.get(id)?.buckets?.listed ?? [])].map((bucket) => currentId(state, bucket));
  const names = [...new Set(listed)].map((bucket) => bucketName(bucket, by, file, lang, words));
  const text =
    names.length > 0
      ? words(`minutes.methodIn_${by}`, { title: title.text, names: format.list(names) })
      : words(`minutes.methodNone_${by}`, { title: title.text });
  return { text, lang };
}
