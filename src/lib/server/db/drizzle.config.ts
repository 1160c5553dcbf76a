/** For `drizzle-kit generate --config src/lib/server/db/drizzle.config.ts`, after a change to the schema. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/lib/server/db/schema.ts',
  out: './src/lib/server/db/migrations'
});
