import { initialParts } from './parts/index.ts';
import type { MeetingState } from './state.ts';

/** The state before a meeting's first event. Apart from `state.ts`, which the parts themselves read. */
export const initialState = (): MeetingState => ({
  seq: 0,
  at: 0,
  vault: new Map(),
  file: null,
  code: '',
  rehearsal: false,
  participants: new Map(),
  progress: new Map(),
  currentItem: null,
  activities: new Map(),
  homes: new Map(),
  translations: new Map(),
  references: new Map(),
  screens: new Map(),
  parts: initialParts(),
  acts: [],
});
