import { ENGINE_VERSION } from '$lib/analysis/audit';
import { AUDIT_PATHS } from './openapi-audit';
import { COLLECTION_PATHS } from './openapi-collections';
import { DOCUMENT_PATHS } from './openapi-documents';
import { IMPORT_PATHS } from './openapi-import';
import { LIBRARY_PATHS } from './openapi-library';
import { REGISTRY_PATHS } from './openapi-registry';
import { componentSchemas } from './openapi-schemas';

/** The API described as OpenAPI 3.1; the schemas are those that check requests. */
export function openApiDocument(): unknown {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parallax',
      version: ENGINE_VERSION,
      summary: 'Lays documents that tell the same story side by side.',
      description:
        'Every start and end is a half-open range of UTF-16 code units in the text as it was submitted: text.slice(start, end) === quote. Missing is a value: too little text, nothing found and failure are three different results. An audit stores nothing.',
      license: { name: 'MIT', identifier: 'MIT' }
    },
    servers: [{ url: '/' }],
    paths: {
      ...AUDIT_PATHS,
      ...COLLECTION_PATHS,
      ...REGISTRY_PATHS,
      ...DOCUMENT_PATHS,
      ...LIBRARY_PATHS,
      ...IMPORT_PATHS
    },
    components: { schemas: componentSchemas() }
  };
}
