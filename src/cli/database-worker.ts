/** The thread in which the server makes the folder of its database. */
import { serveMaking } from '$lib/server/db/make-folder';

serveMaking();
