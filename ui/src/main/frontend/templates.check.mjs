// The vocabulary must be readable by every Camunda Modeler: checked against the published schema.
import { readFileSync } from 'node:fs';
import { validateAll } from '@bpmn-io/element-templates-validator';

const file = '../../../../processes/element-templates/lienthong.json';
const { valid, results } = validateAll(JSON.parse(readFileSync(file, 'utf8')));
for (const { valid: fits, object, errors } of results.filter((result) => !result.valid)) {
  for (const error of errors ?? []) console.error(`${file}: ${object.id}: ${error.dataPointer ?? ''} ${error.message}`);
  if (fits === false && !errors?.length) console.error(`${file}: ${object.id} does not fit`);
}
process.exit(valid ? 0 : 1);
