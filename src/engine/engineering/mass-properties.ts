// `mass_properties`: volume, surface, centre, inertia and, where the material is known, mass of a model, exact from its B-rep, or of its triangles.
import type { TaskOutput } from '../../cad/process/kernel-tasks.ts';
import type { Measured, ResultTable } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer } from '../desk.ts';
import { isMeshName } from '../../cad/formats/target-format.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { findModel, type FoundModel } from './find-model.ts';
import { principalMoments } from './principal-moments.ts';
import { saidMaterial } from './said-material.ts';

type Material = NonNullable<Measured['material']>;

/** Measures the model a request is about; without a named material it says volumes only, and no mass. */
export async function measureModel(
  request: EngineeringRequest,
  { kernel, materials }: EngineeringParts,
): Promise<DeskAnswer> {
  const model = findModel(request, isMeshName);
  const material = materialOf(request, materials) ?? model.material;
  const { path, name } = model.file;
  const found = await awaitJob(request, (options) => kernel.run('measure', { path, name }, options));
  const measured = toMeasured(found, material);
  const inertia = inertiaTable(found, material);
  return {
    message: summary({ model, measured, solidCount: found.solidCount, isExact: found.isExact }),
    body: {
      engineering_type: request.data.engineering_type,
      title: `Mass properties of ${name}`,
      model: { file_id: model.file.id, name, found: model.how, solids: found.solidCount },
      measured,
      tables: [inertia],
    },
    files: [],
  };
}

function materialOf(
  request: EngineeringRequest,
  materials: EngineeringParts['materials'],
): Material | undefined {
  const said = saidMaterial(request, materials);
  if (said === null) return undefined;
  return { name: said.name, density_g_cm3: said.densityGramsPerCm3, source: said.source };
}

function toMeasured(found: TaskOutput<'measure'>, material: Material | undefined): Measured {
  const [x, y, z] = found.boxMm;
  return {
    bounding_box_mm: { x, y, z },
    volume_mm3: found.volumeMm3,
    surface_area_mm2: found.areaMm2,
    center_of_mass_mm: found.centerOfMassMm,
    ...(material === undefined
      ? {}
      : { mass_g: (found.volumeMm3 / 1000) * material.density_g_cm3, material }),
    method: found.isExact ? 'exact, from the B-rep' : 'of the triangles of the mesh',
  };
}

/** Moments of inertia in g·mm², or in mm⁵ for a density of one where no material is known. */
function inertiaTable(
  { inertiaMm5, volumeMm3 }: TaskOutput<'measure'>,
  material: Material | undefined,
): ResultTable {
  const gramsPerMm3 = material === undefined ? 1 : material.density_g_cm3 / 1000;
  const unit = material === undefined ? 'mm⁵' : 'g·mm²';
  const [xx = 0, yy = 0, zz = 0, xy = 0, yz = 0, zx = 0] = inertiaMm5;
  const row = (name: string, value: number) => ({
    name,
    value: value * gramsPerMm3,
    gyration: Math.sqrt(Math.max(0, value) / volumeMm3),
  });
  const product = (name: string, value: number) => ({ name, value: value * gramsPerMm3, gyration: null });
  const principal = principalMoments(inertiaMm5).map((value, index) => row(`Principal ${index + 1}`, value));
  return {
    title: 'Moments of inertia about the centre of mass',
    columns: [
      { key: 'name', title: 'Axis' },
      { key: 'value', title: 'Moment', unit },
      { key: 'gyration', title: 'Gyration radius', unit: 'mm' },
    ],
    rows: [
      row('x', xx),
      row('y', yy),
      row('z', zz),
      product('xy', xy),
      product('yz', yz),
      product('zx', zx),
      ...principal,
    ],
    note: 'xy, yz and zx are the off-diagonals of the tensor, such as −∫xy dm.',
  };
}

function summary({
  model,
  measured,
  solidCount,
  isExact,
}: {
  readonly model: FoundModel;
  readonly measured: Measured;
  readonly solidCount: number;
  readonly isExact: boolean;
}): string {
  const { x, y, z } = measured.bounding_box_mm;
  const show = (value: number): string => String(Number(value.toPrecision(6)));
  const size = [x, y, z].map(show).join(' × ');
  const mass =
    measured.mass_g === undefined
      ? 'No material was named, so no mass is told: give specifications.material.'
      : `Mass **${Number(measured.mass_g.toPrecision(4))} g** in ${measured.material?.name}.`;
  const bodies = solidCount === 1 ? 'one solid' : `${solidCount} solids`;
  return [
    `**${model.file.name}** (${model.how}): ${bodies}, ${size} mm.`,
    '',
    ...(isExact
      ? []
      : [
          'These are the figures of its triangles; a mesh has no unit, so millimetres are assumed unless it names one.',
          '',
        ]),
    `Volume ${show(measured.volume_mm3)} mm³, surface ${show(measured.surface_area_mm2)} mm². ${mass}`,
  ].join('\n');
}
