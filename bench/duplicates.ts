import { labelledSamples } from './duplicates/samples.js';
import { measure, ways } from './duplicates/verdicts.js';

const samples = labelledSamples();
const measured = Object.entries(ways).map(([way, same]) => measure(samples, way, same));
for (const one of measured) console.log(JSON.stringify(one));
