import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/** Reads the page again, unless its reader is on the way to another one: reading it again would call them back. */
export function readAgain(): void {
  if (navigating.to === null) void invalidateAll();
}
