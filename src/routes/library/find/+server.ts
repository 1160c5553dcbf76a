import { redirect } from '@sveltejs/kit';
import { openCollection } from '$lib/server/library';
import { placeOfFound } from '$lib/view/library-search';
import { collectionLinks } from '$lib/view/links';
import type { RequestHandler } from './$types';

/** From a result of a search to its place in the document; what is wrong with either, the document's page says. */
export const GET: RequestHandler = async ({ url }) => {
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  const [collection, document] = [asked('collection'), asked('document')];
  const documents = await openCollection(collection).then(
    (found) => found.documents,
    () => []
  );
  const text = documents.find(({ id }) => id === document)?.text ?? '';
  const place = placeOfFound(text, asked('words'), asked('hit'));
  redirect(303, collectionLinks(collection).document(document, place ?? undefined));
};
