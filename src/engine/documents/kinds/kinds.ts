// The nine kinds of documents of the public API, one row each.
import { buildBom } from './bom.ts';
import { bomSections } from './bom-sections.ts';
import { complianceSections } from './compliance.ts';
import type { Kind } from './kind.ts';
import { dfmSections } from './dfm.ts';
import { drawingSections } from './drawing.ts';
import { manualSections } from './user-manual.ts';
import { requirementSections, testPlanSections } from './requirements.ts';

export const kinds: Readonly<Record<string, Kind>> = {
  technical_specification: {
    title: 'Technical specification',
    formats: ['markdown', 'pdf'],
    sections: [
      'overview',
      'features',
      'mechanical_specs',
      'materials',
      'electrical_specs',
      'performance',
      'environment',
      'other_data',
      'parameters',
      'decisions',
      'references',
    ],
  },
  bom: {
    title: 'Bill of materials',
    formats: ['xlsx', 'markdown'],
    sections: [],
    bom: buildBom,
    own: async (facts, request) => bomSections(await buildBom(facts, request)),
  },
  dfm_analysis: {
    title: 'DFM analysis',
    formats: ['markdown', 'pdf'],
    sections: ['overview', 'own', 'mechanical_specs'],
    own: dfmSections,
  },
  user_manual: {
    title: 'User manual',
    formats: ['markdown', 'pdf'],
    sections: ['overview', 'features'],
    own: manualSections,
  },
  datasheet: {
    title: 'Data sheet',
    formats: ['markdown', 'pdf'],
    sections: [
      'features',
      'mechanical_specs',
      'electrical_specs',
      'performance',
      'environment',
      'materials',
      'other_data',
    ],
  },
  requirements: {
    title: 'Requirements',
    formats: ['markdown', 'pdf'],
    sections: ['overview'],
    own: requirementSections,
  },
  test_plan: {
    title: 'Test plan',
    formats: ['markdown', 'pdf'],
    sections: ['overview'],
    own: testPlanSections,
  },
  engineering_drawing: {
    title: 'Engineering drawing',
    formats: ['markdown', 'pdf'],
    sections: ['own', 'mechanical_specs', 'parameters'],
    own: drawingSections,
  },
  compliance_documentation: {
    title: 'Compliance checklist',
    formats: ['markdown', 'pdf'],
    sections: ['overview'],
    own: complianceSections,
  },
};
