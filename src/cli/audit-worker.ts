/** The thread in which the server audits, so that its pages stay quick meanwhile. */
import { serveAudits } from '$lib/server/library/audit-thread';

serveAudits();
