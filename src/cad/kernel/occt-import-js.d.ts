// The part of occt-import-js that we call; the package brings no types.
declare module 'occt-import-js' {
  type Read = (bytes: Uint8Array, options: object | null) => unknown;
  interface OcctImport {
    readonly ReadStepFile: Read;
    readonly ReadIgesFile: Read;
    readonly ReadBrepFile: Read;
  }
  export default function occtImport(options: object): Promise<OcctImport>;
}
