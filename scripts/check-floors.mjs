// Holds the imports of src against .dependency-cruiser.mjs; cruising nothing counts as a failure.
import { cruise, format } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const { options = {}, ...ruleSet } = config;
const { output } = await cruise(['src'], { ...options, ruleSet, validate: true });
if (typeof output === 'string') throw new Error('dependency-cruiser gave no result to read');
const { totalCruised, error } = output.summary;
const report = await format(output, { outputType: 'err-long' });
process.stdout.write(`${report.output}\n`);
if (totalCruised < 100)
  process.stdout.write(`Only ${totalCruised} modules were cruised: the parser does not read the sources.\n`);
process.exitCode = error === 0 && totalCruised >= 100 ? 0 : 1;
