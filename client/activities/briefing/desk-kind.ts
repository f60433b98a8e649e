import type { DeskKind } from '../../desk/kind.ts';
import { BriefingDesk } from './desk.tsx';
import { BriefingCounts } from './desk-counts.tsx';
import { BriefingSettings } from './desk-settings.tsx';

export const briefing: DeskKind = { Settings: BriefingSettings, Panel: BriefingDesk, Counts: BriefingCounts };
