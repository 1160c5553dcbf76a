import type { Finding } from './finding';

/** Whether a finding is more likely somebody's words than not. */
export function worthKeeping(_finding: Finding): boolean {
  return true;
}
