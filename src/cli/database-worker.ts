/** The thread in which the server keeps its database, and the one in which it makes the folder of it. */
import { runDatabaseThread } from '$lib/server/db/embedded-thread';

runDatabaseThread();
