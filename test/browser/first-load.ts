import type { Browser, CDPSession } from 'playwright-core';
import type { Child } from '../durability/child.ts';
import { HOST, personOf } from './browser.ts';

export interface FirstLoad {
  /** Compressed bytes over the network until an answer can be sent. */
  readonly script: number;
  readonly fonts: number;
  readonly all: number;
  /** Milliseconds from opening the address until the question, and until an answer can be sent. */
  readonly readable: number;
  readonly ready: number;
}

/** An old phone on a hotel's network: the processor so many times slower, so many bits a second, 150 ms away. */
export interface Slowness {
  readonly cpu: number;
  readonly bitsPerSecond: number;
}

/**
 * The first load of a delegate who has just been let in: nothing of the page is in the browser's cache, the question is
 * open. The cookie stands in for the join form, so that what is measured is the way from the address to the question.
 */
export async function firstLoad(
  browser: Browser,
  child: Child,
  lang: 'ar' | 'fr' | 'en',
  cookie: string,
  slowness?: Slowness,
): Promise<FirstLoad> {
  const { context, page } = await personOf(browser, { size: 'phone', lang });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, domain: HOST, path: '/', httpOnly: true, sameSite: 'Strict' }]);
  const session = await context.newCDPSession(page);
  const bytes = await countBytes(session);
  if (slowness) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: slowness.bitsPerSecond / 8,
      uploadThroughput: slowness.bitsPerSecond / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu });
  }
  const started = Date.now();
  await page.goto(`http://${HOST}:${child.port}/`, { waitUntil: 'commit', timeout: 60_000 });
  await page.locator('article.asked h1').waitFor({ timeout: 60_000 });
  const readable = Date.now() - started;
  await page.locator('form.write button[type=submit]').waitFor({ timeout: 60_000 });
  const ready = Date.now() - started;
  await page.waitForLoadState('load', { timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await context.close();
  return { ...bytes(), readable, ready };
}

/** Counts what comes over the network, by what it is. */
async function countBytes(session: CDPSession): Promise<() => { script: number; fonts: number; all: number }> {
  const types = new Map<string, string>();
  const total = { script: 0, fonts: 0, all: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    total.all += encodedDataLength;
    if (types.get(requestId) === 'Script') total.script += encodedDataLength;
    if (types.get(requestId) === 'Font') total.fonts += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => total;
}
