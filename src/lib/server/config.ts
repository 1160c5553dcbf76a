/** The only reader of the environment. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Config {
  /** Folder with one folder per collection. */
  readonly corpus: string;
  /** Folder for what readers change in the app; made when it is needed. */
  readonly data: string;
  /** Address of a PostgreSQL server that keeps the library; null: it is kept in the data folder. */
  readonly databaseUrl: string | null;
  /** Largest body of a request, in bytes. */
  readonly bodyLimit: number;
  /** `host:port` of hosts that a page may be imported from although they are not on the public internet. */
  readonly importAllow: readonly string[];
  /** How much is logged. */
  readonly logLevel: LogLevel;
  /** Requests a minute from one address that change or compute something; 0 for no limit. */
  readonly rateLimit: number;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be used; the message names the variable and says what to write. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_BODY_LIMIT = '10M';
const DEFAULT_RATE_LIMIT = '600';
const MULTIPLES: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

function bytes(name: string, value: string): number {
  const match = /^(\d{1,12})([KMG]?)$/i.exec(value.trim());
  const size = match ? Number(match[1]) * (MULTIPLES[(match[2] ?? '').toUpperCase()] ?? 0) : 0;
  if (size < 1) {
    throw new ConfigError(
      `${name} is "${value}": write a number of bytes, or a number with K, M or G, such as 10M.`
    );
  }
  return size;
}

function databaseUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (/^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)) return value;
  // Not shown as it stands: it may hold a password.
  throw new ConfigError(
    'DATABASE_URL is no address of a PostgreSQL server: write postgres://USER:PASSWORD@HOST:5432/NAME.'
  );
}

function logLevel(value: string): LogLevel {
  const level = LOG_LEVELS.find((name) => name === value.toLowerCase());
  if (level) return level;
  throw new ConfigError(`PARALLAX_LOG is "${value}": write one of ${LOG_LEVELS.join(', ')}.`);
}

function hosts(name: string, value: string): string[] {
  const list = value.split(/[\s,]+/).filter((host) => host !== '');
  const wrong = list.find((host) => !/^[^\s,/@]{1,253}:\d{1,5}$/.test(host));
  if (wrong === undefined) return list;
  throw new ConfigError(`${name} names "${wrong}": write hosts with their ports, such as 127.0.0.1:8080.`);
}

function count(name: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new ConfigError(`${name} is "${value}": write a whole number, or 0 for no limit.`);
}

/** The nearest folder above this file that holds a package.json: in the sources and in a build alike. */
function projectFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    // The build has a package.json of its own; the project is the one that has the corpus beside it.
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'corpus'))) return folder;
    if (folder === dirname(folder)) return process.cwd();
  }
}

/**
 * Reads and checks the settings.
 *
 * @throws ConfigError naming the variable that cannot be used
 */
export function readConfig(environment: Environment, project: string): Config {
  const set = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const corpus = set('PARALLAX_CORPUS');
  if (corpus !== undefined && !existsSync(corpus)) {
    throw new ConfigError(
      `PARALLAX_CORPUS is "${corpus}": there is no such folder; name one that holds collections.`
    );
  }
  return {
    corpus: corpus === undefined ? join(project, 'corpus') : resolve(corpus),
    data: resolve(set('PARALLAX_DATA') ?? join(project, 'data')),
    databaseUrl: databaseUrl(set('DATABASE_URL')),
    bodyLimit: bytes('PARALLAX_BODY_LIMIT', set('PARALLAX_BODY_LIMIT') ?? DEFAULT_BODY_LIMIT),
    importAllow: hosts('PARALLAX_IMPORT_ALLOW', set('PARALLAX_IMPORT_ALLOW') ?? ''),
    logLevel: logLevel(set('PARALLAX_LOG') ?? 'warn'),
    rateLimit: count('PARALLAX_RATE_LIMIT', set('PARALLAX_RATE_LIMIT') ?? DEFAULT_RATE_LIMIT)
  };
}

let current: Config | undefined;

/** The settings of this process, read once. */
export function config(): Config {
  return (current ??= readConfig(process.env, projectFolder()));
}
