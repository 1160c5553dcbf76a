/** From bytes to documents that can be audited and stored. Nothing here stores anything. */
export { applyCorrections, CorrectionSchema, switchBlocks, type Correction } from './corrections';
export { documentKey, importBytes, importText, type ImportOptions } from './import-bytes';
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
  RawBytes
} from './imported-document';
