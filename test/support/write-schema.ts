// `npm run schema`: writes the JSON Schema of project files anew.
import fs from 'node:fs';
import { projectJsonSchema } from '../../src/project/schema';

fs.writeFileSync('media/annotated-reading.schema.json', `${JSON.stringify(projectJsonSchema(), null, 2)}\n`);
