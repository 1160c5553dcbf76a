/** Every limit of an import, each with its reason. Sizes in bytes unless said otherwise. */

const MB = 1024 * 1024;

export const LIMITS = {
  /** One file as it is sent: the largest PDF reports are about this; all of it is held in memory. */
  file: 50 * MB,
  /** The files of one form together. */
  form: 100 * MB,
  /**
   * Documents of one file, and characters of them, whose texts a preview shows for correction; of more, it shows what
   * they are called. The characters are what a page still holds and searches with ease.
   */
  previewed: 300,
  previewedCharacters: 4_000_000,
  /** A file that is text throughout: twenty long books. */
  textFile: 20 * MB,
  /** The source of one page; the largest of the bench has 1.5 MB. */
  page: 10 * MB,
  /**
   * Elements of a page and how deep they nest: 40,000 take 5 s. The bench has at most 1,600, 51 deep; the longest
   * encyclopedia articles some 30,000. Time grows with the square of the depth.
   */
  pageElements: 40_000,
  pageDepth: 200,
  /** Entities and stray signs of a page, and attributes of one element: parsers take squared time over them. */
  pagePieces: 100_000,
  pageAttributes: 10_000,
  /** Characters of one document: a long novel. The engine's time grows with it. */
  documentCharacters: 5_000_000,
  /** Documents from one file. */
  documents: 5_000,
  /** Pages of a PDF. */
  pdfPages: 2_000,
  /** Columns of a table, and characters of one record. */
  columns: 500,
  record: 10 * MB,
  /** How long the reading of one file may take, in milliseconds: the slowest honest ones take 5 s. */
  readingTime: 30_000,
  /** Memory of the thread that reads, in MB: ten times the largest file, and parsers are wasteful. */
  readingMemory: 768,

  /** Entries of an archive, directories included. */
  members: 10_000,
  /** One member, unpacked. */
  member: 20 * MB,
  /** All members together, unpacked. */
  unpacked: 300 * MB,
  /** How long the reading of all members may take, in milliseconds: the most documents there can be, 120 ms for each. */
  archiveTime: 600_000,
  /** Unpacked over packed size. Text packs 3 to 10 times, deflate's best is 1,032; below a megabyte it does not matter. */
  ratio: 200,
  ratioFrom: 1 * MB,

  /** What a Word file unpacks to, pictures included, and its largest part of XML. */
  officeUnpacked: 200 * MB,
  officePart: 60 * MB,
  officeMembers: 5_000,

  /** An address as it is typed. */
  address: 2_000,
  /** Redirects that are followed. */
  redirects: 5,
  /** Answer of a site as it is sent, and unpacked. */
  answer: 20 * MB,
  /** Milliseconds for the whole of it, and without a byte. */
  fetchTime: 30_000,
  fetchIdle: 10_000
} as const;

/** A size as people write it. */
export function sizeText(bytes: number): string {
  return bytes < MB
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${Math.round((bytes / MB) * 10) / 10} MB`;
}
