// The fields below the text, by kind. They change; their place does not.
import { CheckBox, SelectField, TextField } from '../../ui/field.tsx';
import type { Draft, Fields } from './draft.ts';
import { engineeringTypeChoices, type SpecificationField, specificationFields } from './engineering-forms.ts';
import { docTypeChoices, formatChoices, withChoice } from './kinds.ts';
import type { Problems } from './problems.ts';

interface KindFieldsProps {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly onChange: (change: Partial<Fields>) => void;
}

export function KindFields(props: KindFieldsProps) {
  switch (props.draft.kind) {
    case 'chat':
      return null;
    case 'haitch_chat':
      return <HaitchFields {...props} />;
    case 'idea':
      return <IdeaFields {...props} />;
    case 'documentation':
      return <DocumentFields {...props} />;
    case 'engineering':
      return <EngineeringFields {...props} />;
  }
}

function HaitchFields({ draft: { fields }, problems, onChange }: KindFieldsProps) {
  return (
    <div className="kind-fields">
      <TextField
        className="wide"
        label="Constraints"
        value={fields.constraints}
        error={problems.constraints}
        placeholder="temperature_resistant, cost_effective"
        onChange={(constraints) => onChange({ constraints })}
      />
      <TextField
        label="Industry"
        value={fields.industry}
        error={problems.industry}
        placeholder="consumer_electronics"
        onChange={(industry) => onChange({ industry })}
      />
    </div>
  );
}

function IdeaFields({ draft: { fields }, problems, onChange }: KindFieldsProps) {
  return (
    <div className="kind-fields">
      <TextField
        className="wide"
        label="Constraints"
        value={fields.constraints}
        error={problems.constraints}
        placeholder="energy_efficient, wireless, affordable"
        onChange={(constraints) => onChange({ constraints })}
      />
      <TextField
        label="Target market"
        value={fields.targetMarket}
        error={problems.targetMarket}
        placeholder="residential"
        onChange={(targetMarket) => onChange({ targetMarket })}
      />
      <div className="checks">
        <CheckBox
          label="Competitive analysis"
          isSelected={fields.competitiveAnalysis}
          onChange={(competitiveAnalysis) => onChange({ competitiveAnalysis })}
        />
        <CheckBox
          label="Feature priority"
          isSelected={fields.featurePriority}
          onChange={(featurePriority) => onChange({ featurePriority })}
        />
      </div>
    </div>
  );
}

function DocumentFields({ draft: { fields }, problems, onChange }: KindFieldsProps) {
  return (
    <div className="kind-fields">
      <SelectField
        label="Document type"
        value={fields.docType}
        choices={withChoice(docTypeChoices, fields.docType)}
        onChange={(docType) => onChange({ docType })}
      />
      <SelectField
        label="Format"
        value={fields.format}
        choices={withChoice(formatChoices, fields.format)}
        onChange={(format) => onChange({ format })}
      />
      <TextField
        label="Sections"
        value={fields.sections}
        error={problems.sections ?? problems.docType ?? problems.format}
        placeholder="features, electrical_specs"
        onChange={(sections) => onChange({ sections })}
      />
      <div className="checks">
        <CheckBox
          label="Costs"
          isSelected={fields.includeCosts}
          onChange={(includeCosts) => onChange({ includeCosts })}
        />
        <CheckBox
          label="Suppliers"
          isSelected={fields.includeSuppliers}
          onChange={(includeSuppliers) => onChange({ includeSuppliers })}
        />
      </div>
    </div>
  );
}

function EngineeringFields({ draft: { fields }, problems, onChange }: KindFieldsProps) {
  return (
    <div className="kind-fields">
      <SelectField
        label="Engineering type"
        value={fields.engineeringType}
        choices={withChoice(engineeringTypeChoices, fields.engineeringType)}
        onChange={(engineeringType) => onChange({ engineeringType })}
      />
      {specificationFields(fields.engineeringType).map((field) => (
        <Specification
          key={field.name}
          field={field}
          value={fields.specifications[field.name] ?? ''}
          error={problems[`spec:${field.name}`]}
          onChange={(value) =>
            onChange({ specifications: { ...fields.specifications, [field.name]: value } })
          }
        />
      ))}
      <TextField
        className="wide"
        label="Other specifications"
        value={fields.otherSpecifications}
        error={problems.otherSpecifications ?? problems.engineeringType}
        placeholder="holes: 4x M4; thickness: 3 mm"
        onChange={(otherSpecifications) => onChange({ otherSpecifications })}
      />
    </div>
  );
}

interface SpecificationProps {
  readonly field: SpecificationField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function Specification({ field, value, error, onChange }: SpecificationProps) {
  const { label, choices, placeholder, suggestions, isWide = false } = field;
  if (choices !== undefined)
    return (
      <SelectField label={label} value={value} choices={withChoice(choices, value)} onChange={onChange} />
    );
  return (
    <TextField
      label={label}
      value={value}
      error={error}
      onChange={onChange}
      {...(isWide ? { className: 'wide' } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(suggestions === undefined ? {} : { suggestions })}
    />
  );
}
