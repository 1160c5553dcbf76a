/** The door of the library: use cases about collections and audits; routes and the command line call these alone. */
export { describeMetrics } from '$lib/analysis/metrics';
export { auditJson, runAudit } from './audit-request';
export type { ChangedCell, RegistryView } from './registry';
export { EXPORT_FILES } from './exports';
export { closeDatabase as closeLibrary } from '../db';
export { aboutCollection, openCollection } from './open-collection';
export { requestOf } from './collection-request';
export { openClaims, openInput, passedOver } from './open-input';
export { exportArchive } from './archive-export';
export { importArchive, LARGEST_ARCHIVE } from './archive-import';
export { findDuplicates, type KnownDocument, type Sought } from './find-duplicates';
export { searchLibrary, type FoundDocument } from './search';
export { emptyTrash, listTrash, parseThrown, putInTrash, takeFromTrash, type TrashItem } from './trash';
export { createCollection, updateCollection } from './stored-collections';
export { editDocument } from './document-edits';
export { addDocuments, listDocuments } from './stored-documents';
export { editDocuments, listForCorrection, type DocumentToCorrect } from './many-documents';
export { addTextVersion, addVersion, listVersions, rawVersion } from './stored-versions';
export type { Collection, CollectionDocument, ContestedClaim, Position, ShownField } from './collection';
export {
  auditChecked,
  auditCollection,
  auditDocument,
  auditForPages,
  auditForReport,
  auditRequest,
  auditText,
  changeContested,
  evidenceOf,
  exportCollection,
  openDocument,
  openRegistry,
  stepContested
} from './audited-collections';
export { listCollections, type CollectionSummary } from './list-collections';
export { startLibrary } from './start-library';
