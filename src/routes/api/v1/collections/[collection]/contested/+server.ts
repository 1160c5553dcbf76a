import { config } from '$lib/server/config';
import { readJson } from '$lib/server/http/read-json';
import { endpoint, jsonResponse, onlyMethods } from '$lib/server/http/respond';
import { parseRegistryRequest, registryJson } from '$lib/server/http/registry-json';
import { changeContested, openRegistry, stepContested } from '$lib/server/library';

export const GET = endpoint(async ({ params }) =>
  jsonResponse(registryJson(await openRegistry(params.collection ?? '')))
);

export const POST = endpoint(async ({ params, request }) => {
  const asked = parseRegistryRequest(await readJson(request, config().bodyLimit));
  const collection = params.collection ?? '';
  const { entry, changed } =
    'step' in asked
      ? await stepContested(collection, asked.step)
      : await changeContested(collection, asked.change, asked.since);
  return jsonResponse({ entry, changed, ...registryJson(await openRegistry(collection)) });
});

export const fallback = onlyMethods('GET', 'POST');
