import { health } from '$lib/server/health';
import { jsonResponse } from '$lib/server/http/respond';

export const GET = () => {
  const response = jsonResponse(health());
  response.headers.set('cache-control', 'no-store');
  return response;
};
