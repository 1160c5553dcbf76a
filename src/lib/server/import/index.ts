/** From bytes to documents that can be audited and stored. Nothing here stores anything. */
export { applyCorrections, CorrectionSchema, switchBlocks, type Correction } from './corrections';
export { documentKeys, importBytes, importText, type ImportOptions } from './import-bytes';
export { importPage } from './import-page';
export { LIMITS as IMPORT_LIMITS } from './limits';
export type {
  DroppedText,
  DropReason,
  ImportedBlock,
  ImportedDocument,
  ImportedMetadata,
  ImportNotice,
  ImportOrigin,
  RawBytes,
  RefusedItem
} from './imported-document';
