import { error } from '@sveltejs/kit';
import { endpointViews, schemaViews, type OpenApi } from '$lib/view/openapi';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const response = await fetch('/api/v1/openapi.json');
  if (!response.ok) error(response.status, 'The description of the API could not be read.');
  const api = (await response.json()) as OpenApi;
  return {
    version: api.info.version,
    description: api.info.description ?? null,
    endpoints: endpointViews(api, url.origin),
    schemas: schemaViews(api)
  };
};
