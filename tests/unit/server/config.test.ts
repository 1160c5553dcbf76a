import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { config, ConfigError, readConfig } from '$lib/server/config';

test('without settings the folders of the project and 10 MB are used', () => {
  expect(readConfig({}, '/project')).toEqual({
    corpus: join('/project', 'corpus'),
    data: join('/project', 'data'),
    databaseUrl: null,
    bodyLimit: 10 * 1024 ** 2,
    importAllow: [],
    logLevel: 'warn',
    rateLimit: 600
  });
});

test('settings are read, with units', () => {
  const corpus = mkdtempSync(join(tmpdir(), 'corpus-'));
  const data = join(corpus, 'kept');
  const environment = { PARALLAX_CORPUS: corpus, PARALLAX_DATA: data, PARALLAX_BODY_LIMIT: ' 512k ' };
  const more = {
    DATABASE_URL: 'postgres://me@localhost/parallax',
    PARALLAX_LOG: 'Info',
    PARALLAX_IMPORT_ALLOW: '127.0.0.1:8080, intranet:80',
    PARALLAX_RATE_LIMIT: '0'
  };
  expect(readConfig({ ...environment, ...more }, '/project')).toEqual({
    corpus,
    data,
    databaseUrl: 'postgres://me@localhost/parallax',
    bodyLimit: 512 * 1024,
    importAllow: ['127.0.0.1:8080', 'intranet:80'],
    logLevel: 'info',
    rateLimit: 0
  });
});

test.each([
  ['PARALLAX_BODY_LIMIT', 'ten'],
  ['PARALLAX_BODY_LIMIT', '0'],
  ['PARALLAX_BODY_LIMIT', '-1'],
  ['PARALLAX_CORPUS', '/nowhere/at/all'],
  ['PARALLAX_LOG', 'loud'],
  ['PARALLAX_RATE_LIMIT', 'many']
])('%s=%s is refused in a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value }, '/project')).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value }, '/project')).toThrow(`${name} is "${value}"`);
});

test('a host without its port is refused', () => {
  expect(() => readConfig({ PARALLAX_IMPORT_ALLOW: 'intranet' }, '/project')).toThrow('with their ports');
});

test('the project is found from the sources', () => {
  expect(config().corpus).toBe(join(process.cwd(), 'corpus'));
});

test('an address of a database that cannot be used is refused without showing its password', () => {
  const environment = { DATABASE_URL: 'mysql://me:secret@localhost/parallax' };
  expect(() => readConfig(environment, '/project')).toThrow('DATABASE_URL is no address');
  expect(() => readConfig(environment, '/project')).not.toThrow('secret');
});
