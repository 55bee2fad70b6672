// Plain JavaScript, so that an older Node can say what is missing instead of failing on TypeScript syntax.
import process from 'node:process';

const [, , command] = process.argv;
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Permanence runs on Node 24, which "npm install" puts in node_modules (package "node"), but this is Node ${process.versions.node}. ` +
      'Run it through npm ("npm start", "npm test"); if npm was told to ignore install scripts, run "npm rebuild node" once.',
  );
  process.exit(1);
}
process.env.TZ = 'UTC';
await import(`./${command}.ts`);
