import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { root } from '../durability/child.ts';

const file = path.join(root, 'data/meetings/sfax-2019/meeting.json');

/** The meeting that a new server begins with. */
export const firstMeeting = (): MeetingFile => MeetingFile.parse(JSON.parse(readFileSync(file, 'utf8')));

/** An agenda item's button in the run-of-show of the desk. */
export const itemAt = (page: Page, id: string): Locator =>
  page
    .locator('.run')
    .nth(firstMeeting().agenda.findIndex((item) => item.id === id))
    .getByRole('button');
