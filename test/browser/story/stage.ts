import type { Browser } from 'playwright-core';
import { type Child, startChild } from '../../durability/child.ts';
import { dataFolder, removeFolders } from '../../support/stores.ts';
import { launch } from '../browser.ts';
import type { Delegate, Facilitator, Wall } from '../people.ts';

/** The server, the pages and the people that the scenes share, in the order of the meeting. */
export class Stage {
  desk!: Facilitator;
  wall!: Wall;
  /** They read and write in Arabic, French and English; Amel alone agreed to her name. */
  amel!: Delegate;
  claire!: Delegate;
  sam!: Delegate;

  private constructor(
    readonly browser: Browser,
    readonly data: string,
    public child: Child,
  ) {}

  static async set(): Promise<Stage> {
    const data = dataFolder();
    return new Stage(await launch(), data, await startChild(data));
  }

  get delegates(): readonly Delegate[] {
    return [this.amel, this.claire, this.sam];
  }

  async strike(): Promise<void> {
    await this.browser.close();
    this.child.process.kill('SIGTERM');
    await this.child.ended;
    removeFolders();
  }
}

/** Each scene is given the stage when it is played. */
export type Scenes = (stage: () => Stage) => void;
