import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { operatorLanguage, readConfig } from '../../server/config.ts';
import { isLoopback, originOfServer } from '../../server/origin.ts';

describe('the settings', () => {
  it('without any: this machine alone, port 8080, data/var', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', publicUrl: null, tls: null, log: null });
    expect(config.data).toMatch(/[\\/]data[\\/]var$/);
    const names = ['PORT', 'HOST', 'HALQA_DATA', 'HALQA_PUBLIC_URL', 'HALQA_TLS_CERT', 'HALQA_TLS_KEY', 'HALQA_LOG'];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(config);
  });

  it('as they are set', () => {
    const folder = mkdtempSync(join(tmpdir(), 'halqa-test-'));
    writeFileSync(join(folder, 'cert'), 'c');
    writeFileSync(join(folder, 'key'), 'k');
    expect(
      readConfig({
        PORT: '9000',
        HOST: '0.0.0.0',
        HALQA_DATA: folder,
        HALQA_PUBLIC_URL: 'https://halqa.example.org/',
        HALQA_TLS_CERT: join(folder, 'cert'),
        HALQA_TLS_KEY: join(folder, 'key'),
        HALQA_LOG: join(folder, 'log'),
      }),
    ).toEqual({
      port: 9000,
      host: '0.0.0.0',
      data: folder,
      publicUrl: 'https://halqa.example.org',
      tls: { cert: Buffer.from('c'), key: Buffer.from('k') },
      log: join(folder, 'log'),
    });
  });

  it.each([
    ['PORT', 'eighty', 'cli.configPORT'],
    ['PORT', '0', 'cli.configPORT'],
    ['PORT', '65536', 'cli.configPORT'],
    ['PORT', '80.5', 'cli.configPORT'],
    ['PORT', '-1', 'cli.configPORT'],
    ['HOST', 'not a host', 'cli.configHOST'],
    ['HALQA_PUBLIC_URL', 'halqa.example.org', 'cli.configHALQA_PUBLIC_URL'],
    ['HALQA_PUBLIC_URL', 'ftp://halqa.example.org', 'cli.configHALQA_PUBLIC_URL'],
    ['HALQA_PUBLIC_URL', 'https://halqa.example.org/path', 'cli.configHALQA_PUBLIC_URL'],
    ['HALQA_PUBLIC_URL', 'https://me:secret@halqa.example.org', 'cli.configHALQA_PUBLIC_URL'],
    ['HALQA_TLS_CERT', '/only/this', 'cli.configTlsBoth'],
    ['HALQA_TLS_KEY', '/only/this', 'cli.configTlsBoth'],
  ])('%s=%s is refused', (name, value, reason) => {
    expect(() => readConfig({ [name]: value })).toThrow(expect.objectContaining({ name: 'ConfigError', reason }));
  });

  it('names a certificate that cannot be read', () => {
    const env = { HALQA_TLS_CERT: '/nowhere/cert', HALQA_TLS_KEY: '/nowhere/key' };
    expect(() => readConfig(env)).toThrow(
      expect.objectContaining({ values: { name: 'HALQA_TLS_CERT', file: '/nowhere/cert' } }),
    );
  });

  it.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'fr_TN.UTF-8' }, 'fr'],
    [{ LANG: 'de_DE.UTF-8', HALQA_LANG: 'ar' }, 'ar'],
    [{ LANG: 'ar_TN', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'frisian' }, 'en'],
  ])('messages for %j are in %s', (env, lang) => {
    expect(operatorLanguage(env)).toBe(lang);
  });

  it('links show the address that others can reach', () => {
    const config = readConfig({});
    expect(originOfServer(config, 8080)).toBe('http://127.0.0.1:8080');
    expect(originOfServer({ ...config, host: '::1' }, 1)).toBe('http://[::1]:1');
    expect(originOfServer({ ...config, tls: { cert: Buffer.of(), key: Buffer.of() } }, 1)).toBe('https://127.0.0.1:1');
    expect(originOfServer({ ...config, publicUrl: 'https://a.example' }, 1)).toBe('https://a.example');
    expect(originOfServer({ ...config, host: '0.0.0.0' }, 1)).not.toContain('0.0.0.0');
    expect(['127.0.0.1', '127.1.2.3', 'localhost', '::1'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.1.2', 'localhost.example'].some(isLoopback)).toBe(false);
  });
});
