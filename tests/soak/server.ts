import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));

export interface RunningServer {
  readonly address: string;
  readonly child: ChildProcess;
  /** Ends it as a crash would, or as an operator would. */
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** The built server as a process of its own, with its own data folder. */
export async function startServer(
  data: string,
  settings: Record<string, string> = {}
): Promise<RunningServer> {
  const child = spawn(process.execPath, [SERVE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PARALLAX_DATA: data,
      PARALLAX_RATE_LIMIT: '0',
      ...settings
    }
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
  return {
    address,
    child,
    async stop(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    }
  };
}

/** Resident memory of a process, in MB; the highest so far. */
export function peakMegabytes(status: string): number {
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
