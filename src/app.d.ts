declare global {
  namespace App {
    interface Error {
      message: string;
      /** Stands in the log beside the full error; the page shows only this. */
      id?: string;
    }
  }
}
export {};
