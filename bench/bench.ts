// Runs the suites named on the command line; each prints its figures as lines of JSON.
const suites: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  outbox: () => import('./outbox.ts'),
  sync: () => import('./sync.ts'),
  history: () => import('./history.ts'),
  search: () => import('./search.ts'),
  attachments: () => import('./attachments.ts'),
  rss: () => import('./rss.ts'),
  'cad-generate': () => import('./cad-generate.ts'),
  dfm: () => import('./dfm.ts'),
  documents: () => import('./documents.ts'),
  haitch: () => import('./haitch.ts'),
  viewer: () => import('./viewer.ts'),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(suites, name));
if (names.length === 0 || unknown.length > 0) {
  const known = Object.keys(suites).join(', ');
  process.stderr.write(
    `${unknown.length === 0 ? 'Name a suite' : `Unknown suite: ${unknown.join(', ')}`}. Known: ${known}.\n`,
  );
  process.exitCode = 2;
} else {
  for (const name of names) await (await suites[name]?.())?.run();
}

export {};
