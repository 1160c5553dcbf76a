declare global {
  namespace App {
    interface Error {
      message: string;
      /** Stands in the log beside the full error; the page shows only this. */
      id?: string;
    }
    interface Locals {
      /** Stands in every log line about this request, and in its `x-request-id` header. */
      requestId: string;
    }
  }
}
export {};
