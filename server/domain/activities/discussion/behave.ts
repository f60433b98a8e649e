import { behaveAmongContributions } from '../../contributions/behave.ts';
import { withKind } from '../../contributions/schema.ts';
import type { BehaviourContext, Typed } from '../activity.ts';
import type { commands, DiscussionConfig } from './schema.ts';

type Command = Typed<typeof commands>;

/** A delegate who answers the prompt, and reads what others answer. */
export function behave(ctx: BehaviourContext): Command | null {
  const { replies, endorsements } = ctx.config as DiscussionConfig;
  const { activity, at } = ctx;
  const contribute = (text: string, parent = {}): Command => ({
    type: 'discussion.Contribute',
    data: { activity, text, writtenAt: at, ...parent },
  });
  return behaveAmongContributions<Command>(ctx, {
    replies,
    endorsements,
    contests: false,
    contribute: (text) => {
      const idea = ctx.idea('contributions');
      return idea === null ? null : contribute(text(idea));
    },
    reply: (parent, text) => contribute(text, { parent }),
    named: (command) => withKind('discussion', command) as unknown as Command,
  });
}
