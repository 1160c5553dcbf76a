/** The table of rooms: who may import whom. A room may always import itself. */
import { posix } from 'node:path';
import { readSource, type Import } from './read-imports';

/** The contract that rooms which draw may take types from: the audit, and the answer about two versions of a text. */
const CONTRACT = /^src\/lib\/analysis\/audit-schema(?:-revision)?$/;

const LIB_ROOMS = ['lexicons', 'text', 'analysis', 'view', 'charts', 'components', 'server'] as const;
type Room = (typeof LIB_ROOMS)[number] | 'cli' | 'routes';

const FLOORS: Readonly<Record<Room, readonly Room[]>> = {
  lexicons: [],
  text: ['lexicons'],
  analysis: ['text', 'lexicons'],
  view: [],
  charts: ['view'],
  components: ['charts', 'view'],
  server: ['analysis', 'text', 'lexicons'],
  cli: ['server', 'analysis', 'text', 'lexicons'],
  routes: ['server', 'components', 'charts', 'view']
};
const DRAWING: readonly Room[] = ['view', 'charts', 'components', 'routes'];
/** Rooms whose results depend on nothing but what they are given. */
const PURE: readonly Room[] = ['lexicons', 'text', 'analysis', 'view', 'charts'];

/** Which packages belong to which rooms; what is not named here may not be imported in `src` at all. */
const PACKAGES: readonly { readonly name: RegExp; readonly where: RegExp; readonly rule: string }[] = [
  { name: /^wink-/, where: /^src\/lib\/text\//, rule: 'only the text room knows wink-nlp' },
  {
    name: /^valibot$/,
    where: /^src\/(lib\/lexicons|lib\/server|cli)\/|^src\/lib\/analysis\/audit-schema(-[a-z]+)?\.ts$/,
    rule: 'valibot checks what comes in at the borders: word lists, server, command line, contract'
  },
  { name: /^@valibot\//, where: /^src\/lib\/server\//, rule: 'the contract is described by the server' },
  {
    name: /^(compromise|vader-sentiment)$/,
    where: /^src\/cli\/bench\/peers\.ts$/,
    rule: 'other tools are run by the speed bench alone'
  },
  {
    name: /^(@mozilla\/readability|linkedom|unpdf|mammoth|chardet|iconv-lite|csv-parse(\/sync)?|yauzl|ipaddr\.js)$/,
    where: /^src\/lib\/server\/import\//,
    rule: 'what reads files and pages belongs to the import room'
  },
  { name: /^pino$/, where: /^src\/lib\/server\/log\.ts$/, rule: 'there is one log' },
  {
    name: /^rate-limiter-flexible$/,
    where: /^src\/lib\/server\/http\/rate-limit\.ts$/,
    rule: 'requests are counted in one place'
  },
  {
    name: /^compression$/,
    where: /^src\/cli\/serve\.mjs$/,
    rule: 'answers are compressed where they leave the house'
  },
  {
    name: /^(drizzle-orm(\/.+)?|@electric-sql\/pglite(\/.+)?|pg)$/,
    where: /^src\/lib\/server\/(db|library|jobs)\//,
    rule: 'the database belongs to the rooms of the server that keep things'
  },
  {
    name: /^drizzle-kit$/,
    where: /^src\/lib\/server\/db\/drizzle\.config\.ts$/,
    rule: 'migrations are written from the schema alone'
  },
  { name: /^pg-boss$/, where: /^src\/lib\/server\/jobs\//, rule: 'the queue belongs to jobs' },
  { name: /^yaml$/, where: /^src\/lib\/lexicons\//, rule: 'YAML is read by the one strict loader' },
  {
    name: /^chart(\.js|js-)/,
    where: /^src\/lib\/(charts|components)\//,
    rule: 'Chart.js belongs to charts and components'
  },
  { name: /^svelte($|\/)/, where: /^src\/(lib\/components|routes)\//, rule: 'Svelte draws, and only that' },
  {
    name: /^\$app\//,
    where: /^src\/(lib\/components|routes)\//,
    rule: 'the app knows pages, nothing else does'
  },
  {
    name: /^@sveltejs\/kit$/,
    where: /^src\/(routes|lib\/server|hooks\.server)/,
    rule: 'SvelteKit belongs to routes and the server'
  },
  {
    name: /^node:/,
    where: /^src\/(cli|lib\/server)\//,
    rule: 'only the server and the command line know Node'
  }
];

/** The room a file of the project stands in; null for what stands in none. */
export function roomOf(file: string): Room | null {
  const lib = /^src\/lib\/([^/]+)\//.exec(file)?.[1];
  if (lib !== undefined) return LIB_ROOMS.find((room) => room === lib) ?? null;
  if (file.startsWith('src/cli/')) return 'cli';
  return file.startsWith('src/routes/') || /^src\/hooks\./.test(file) ? 'routes' : null;
}

function serverSide(file: string): boolean {
  return /(\.server\.ts|\/\+server\.ts)$/.test(file);
}

/** The project path an import leads to; null for a package. */
function target(file: string, from: string): string | null {
  if (from === '$lib' || from.startsWith('$lib/')) return posix.join('src', 'lib', from.slice(4));
  return from.startsWith('.') ? posix.join(posix.dirname(file), from) : null;
}

function arrowProblem(file: string, room: Room, { from, typeOnly }: Import, path: string): string | null {
  const other = roomOf(`${path}/`) ?? roomOf(path);
  if (other === null) return /\.(css|svg)$/.test(path) ? null : `${from} leads to no room`;
  if (other === room) return null;
  if (from.startsWith('.') && room !== 'cli') return `${from} leaves the room: write $lib/…`;
  if (DRAWING.includes(room) && CONTRACT.test(path.replace(/\.ts$/, ''))) {
    return typeOnly || serverSide(file) ? null : `${from} may give types only: write "import type"`;
  }
  if (!FLOORS[room].includes(other)) return `${room} may not import ${other} (${from})`;
  if (room === 'routes' && other === 'server' && !serverSide(file)) {
    return `${from}: only *.server.ts and +server.ts import the server`;
  }
  return null;
}

function packageProblem(file: string, { from, typeOnly, dynamic }: Import): string | null {
  if (from.startsWith('./$types') || from === '$app/types') return null;
  if (file.endsWith('.mjs')) {
    if (from.startsWith('node:') || dynamic) return null;
    return `${from}: scripts that run before anything is installed import nothing but Node`;
  }
  const known = PACKAGES.find(({ name }) => name.test(from));
  if (!known) return `${from} is not a package that a room knows: add it to the table of packages`;
  if (known.where.test(file)) return null;
  return typeOnly && from === '@sveltejs/kit' ? null : `${from}: ${known.rule}`;
}

/** The files of the project that a file imports when it is loaded, of those there are. */
export function importedFiles(file: string, text: string, files: ReadonlySet<string>): string[] {
  return readSource(file, text).imports.flatMap(({ from, dynamic }) => {
    const path = dynamic ? null : target(file, from);
    if (path === null) return [];
    return [path, `${path}.ts`, `${path}/index.ts`].filter((candidate) => files.has(candidate)).slice(0, 1);
  });
}

/** Everything a file does that its room may not do, one sentence each. */
export function violations(file: string, text: string): string[] {
  const room = roomOf(file);
  if (room === null) return [];
  const { imports, impure } = readSource(file, text);
  const problems = imports.flatMap((one) => {
    if (/^\.\/\$types(\.js)?$/.test(one.from)) return [];
    const path = target(file, one.from);
    const problem = path === null ? packageProblem(file, one) : arrowProblem(file, room, one, path);
    return problem === null ? [] : [problem];
  });
  if (PURE.includes(room)) problems.push(...impure.map((use) => `${use}: ${room} is pure`));
  return problems.map((problem) => `${file}: ${problem}`);
}
