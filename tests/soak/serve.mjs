// The built server, as `npm start` serves it, on a free port that it prints.
import { serve } from '../../src/cli/serve.mjs';

const { address, close } = await serve({ host: '127.0.0.1', port: 0, say: () => undefined });
process.on('SIGTERM', () => void close().then(() => process.exit(0)));
process.stdout.write(`${address}\n`);
