/** The thread that reads files for an import; see `$lib/server/import/isolated-reader`. */
import { serveReading } from '$lib/server/import/reading-thread';

serveReading();
