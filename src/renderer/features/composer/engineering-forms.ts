// The form of each engineering type: which specifications it asks for. One row per type; what is not asked goes below "Other specifications".
import type { Choice } from '../../ui/field.tsx';

/** One specification: its name on the wire, its label, and what is offered; with `choices` nothing else can be said. */
export interface SpecificationField {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  readonly choices?: readonly Choice[];
  readonly isWide?: boolean;
}

interface EngineeringForm {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly SpecificationField[];
}

const material: SpecificationField = {
  name: 'material',
  label: 'Material',
  placeholder: 'ABS plastic',
  suggestions: [
    'ABS plastic',
    'PLA',
    'PETG',
    'PA12',
    'Polycarbonate',
    'Aluminium 6061-T6',
    'Steel S235JR',
    'Stainless steel 1.4301',
  ],
};
const dimensions: SpecificationField = {
  name: 'dimensions',
  label: 'Dimensions',
  placeholder: '100x80x20mm',
};
const model: SpecificationField = {
  name: 'model',
  label: 'Model',
  placeholder: 'the attached or the latest one',
};
const process: SpecificationField = {
  name: 'process',
  label: 'Process',
  choices: [
    { id: '', title: 'As the material suggests' },
    { id: 'injection_moulding', title: 'Injection moulding' },
    { id: 'cnc_milling', title: 'CNC milling' },
    { id: 'sheet_metal', title: 'Sheet metal' },
    { id: 'fdm', title: 'FDM printing' },
    { id: 'sla', title: 'SLA printing' },
    { id: 'sls', title: 'SLS printing' },
    { id: 'mjf', title: 'MJF printing' },
    { id: 'die_casting', title: 'Die casting' },
  ],
};

/** In the order of the list; the first is what a new draft asks for. */
export const engineeringForms: readonly EngineeringForm[] = [
  {
    id: 'cad_generation',
    title: 'CAD generation',
    fields: [
      dimensions,
      material,
      {
        name: 'mounting_type',
        label: 'Mounting type',
        placeholder: 'wall_mount',
        suggestions: ['wall_mount', 'surface_mount', 'flush_mount', 'none'],
      },
    ],
  },
  {
    id: 'cost_estimate',
    title: 'Cost estimate',
    fields: [
      {
        ...process,
        choices: [
          ...(process.choices ?? []),
          { id: 'cnc_turning', title: 'CNC turning' },
          { id: 'laser_cutting', title: 'Laser cutting' },
        ],
      },
      material,
      {
        name: 'quantity',
        label: 'Quantity',
        placeholder: '100',
        suggestions: ['1', '10', '100', '1000', '10000'],
      },
      model,
      {
        name: 'figures',
        label: 'Your own figures',
        placeholder: 'machine_rate 65, material_price 3 to 4',
        isWide: true,
      },
    ],
  },
  {
    id: 'dfm_analysis',
    title: 'DFM analysis',
    fields: [
      process,
      material,
      model,
      { name: 'rule_limits', label: 'Your own limits', placeholder: 'wall.minimum 1.2, draft 0.5' },
    ],
  },
  {
    id: 'engineering_drawing',
    title: 'Engineering drawing',
    fields: [
      {
        name: 'projection',
        label: 'Projection',
        choices: [
          { id: '', title: 'First angle, or as the message says' },
          { id: 'first-angle', title: 'First angle' },
          { id: 'third-angle', title: 'Third angle' },
        ],
      },
      {
        name: 'sheet',
        label: 'Sheet',
        choices: [
          { id: '', title: 'As fits' },
          ...['A4', 'A3', 'A2', 'A1'].map((size) => ({ id: size, title: size })),
        ],
      },
      { name: 'scale', label: 'Scale', placeholder: 'as fits', suggestions: ['2:1', '1:1', '1:2', '1:5'] },
      {
        name: 'general_tolerance',
        label: 'General tolerance',
        placeholder: 'ISO 2768-m',
        suggestions: ['ISO 2768-f', 'ISO 2768-m', 'ISO 2768-mK', 'ISO 2768-c'],
      },
      material,
      { name: 'title', label: 'Title', placeholder: "the file's name" },
      { name: 'drawing_number', label: 'Drawing number', placeholder: 'PF-001' },
      model,
    ],
  },
  {
    id: 'format_conversion',
    title: 'Format conversion',
    fields: [
      {
        name: 'target_format',
        label: 'New format',
        choices: [
          { id: '', title: 'As the message says' },
          { id: 'step', title: 'STEP' },
          { id: 'brep', title: 'BREP' },
          { id: 'stl', title: 'STL' },
          { id: 'glb', title: 'GLB' },
          { id: '3mf', title: '3MF' },
          { id: 'obj', title: 'OBJ' },
          { id: 'flat pattern', title: 'Flat pattern of sheet metal (DXF)' },
        ],
      },
      { name: 'deflection', label: 'Deflection', placeholder: '0.05 mm' },
      { name: 'k_factor', label: 'K-factor of its bends', placeholder: 'DIN 6935' },
      model,
    ],
  },
  {
    id: 'material_selection',
    title: 'Material selection',
    fields: [
      {
        name: 'objective',
        label: 'Best at being',
        choices: [
          { id: '', title: 'As the message says' },
          { id: 'light_stiff_beam', title: 'Light, stiff beam' },
          { id: 'light_stiff_panel', title: 'Light, stiff panel' },
          { id: 'light_stiff_tie', title: 'Light, stiff tie' },
          { id: 'light_strong_beam', title: 'Light, strong beam' },
          { id: 'light_strong_panel', title: 'Light, strong panel' },
          { id: 'light_strong_tie', title: 'Light, strong tie' },
          { id: 'cheap_stiff_beam', title: 'Cheap, stiff beam' },
          { id: 'cheap_stiff_panel', title: 'Cheap, stiff panel' },
          { id: 'cheap_strong_beam', title: 'Cheap, strong beam' },
          { id: 'cheap_strong_panel', title: 'Cheap, strong panel' },
          { id: 'light', title: 'Light' },
          { id: 'cheap', title: 'Cheap' },
          { id: 'thermal_conductor', title: 'Conductor of heat' },
          { id: 'light_thermal_conductor', title: 'Light conductor of heat' },
          { id: 'thermal_insulator', title: 'Insulator of heat' },
          { id: 'electrical_conductor', title: 'Conductor of current' },
          { id: 'spring', title: 'Small spring' },
        ],
      },
      { name: 'max_temperature', label: 'Used up to', placeholder: '80 °C' },
      { name: 'min_yield_strength', label: 'Yield, at least', placeholder: '40 MPa' },
      { ...process, choices: [{ id: '', title: 'Any' }, ...(process.choices ?? []).slice(1)] },
      {
        name: 'requirements',
        label: 'Must be',
        placeholder: 'transparent, food_contact',
        suggestions: [
          'transparent',
          'food_contact',
          'outdoor',
          'flame_retardant',
          'water_resistant',
          'chemical_resistant',
          'tough',
          'wear_resistant',
          'electrically_insulating',
        ],
      },
      { name: 'max_price', label: 'Price, at most', placeholder: '5 EUR/kg' },
      { name: 'load', label: 'Load', placeholder: '200 N' },
      { name: 'length', label: 'Length', placeholder: '500 mm' },
      { name: 'max_deflection', label: 'Bends by at most', placeholder: '2 mm' },
    ],
  },
  {
    id: 'model_comparison',
    title: 'Model comparison',
    fields: [
      { ...model, label: 'New model' },
      { name: 'baseline', label: 'Compared with', placeholder: 'the one before' },
    ],
  },
  { id: 'mass_properties', title: 'Mass properties', fields: [material, model] },
  {
    id: 'tolerance_stackup',
    title: 'Tolerance stack-up',
    fields: [{ ...dimensions, placeholder: 'housing 50 ±0.1; board -30 +0.2/-0', isWide: true }],
  },
  // Of the public types the one that only a ProductFlo server does; the local engine says so.
  { id: 'simulation', title: 'Simulation (server only)', fields: [material, model] },
];

/** A type that is not ours is asked like CAD generation: servers know more types than this list. */
export function specificationFields(engineeringType: string): readonly SpecificationField[] {
  const form = engineeringForms.find(({ id }) => id === engineeringType) ?? engineeringForms[0];
  return form?.fields ?? [];
}

export const engineeringTypeChoices: readonly Choice[] = engineeringForms.map(({ id, title }) => ({
  id,
  title,
}));
