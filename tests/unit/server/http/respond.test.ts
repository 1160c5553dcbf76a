import { describe, expect, it } from 'vitest';
import { ConfigError } from '$lib/server/config';
import { DomainError } from '$lib/server/domain-error';
import { forPage } from '$lib/server/http/for-page';
import { errorResponse } from '$lib/server/http/respond';

const opening = new DomainError('library-restarting', 'The library is being opened again.', null, 503);
/** What a query fails with whose connection broke off: the sentence for people is its cause. */
const failedQuery = new Error('Failed query: select', { cause: opening });
const context = { id: 'r1', method: 'GET', path: '/' };

describe('errors that are the cause of another', () => {
  it('are what the API answers', async () => {
    const response = errorResponse(failedQuery, context);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      error: { code: 'library-restarting', message: 'The library is being opened again.', path: null }
    });
  });

  it('are what a page says', async () => {
    await expect(forPage(Promise.reject(failedQuery))).rejects.toMatchObject({
      status: 503,
      body: { message: 'The library is being opened again.' }
    });
  });
});

it('an error nobody foresaw keeps its message to the log', async () => {
  const response = errorResponse(new Error('secret text'), context);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});

it('a setting that cannot be used is named to whoever asks', async () => {
  const error = new ConfigError('PARALLAX_RATE_LIMIT is "abc": write a whole number.');
  const response = errorResponse(error, context);
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('PARALLAX_RATE_LIMIT is');
});
