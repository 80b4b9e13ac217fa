// The colours of the viewport in both themes; the only place of the viewer that names one.
export type Theme = 'light' | 'dark';

export interface Palette {
  readonly top: string;
  readonly bottom: string;
  readonly part: number;
  readonly edge: number;
  readonly edgeOpacity: number;
  readonly accent: number;
  readonly cut: number;
  readonly hatch: number;
  readonly grid: number;
  readonly finding: number;
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    top: '#f6f7f9',
    bottom: '#e1e5ea',
    part: 0x9aa9bc,
    edge: 0x14181f,
    edgeOpacity: 0.75,
    accent: 0x1f6feb,
    cut: 0x6b7b92,
    hatch: 0x3d4a5c,
    grid: 0xc3cad3,
    finding: 0xd9480f,
  },
  dark: {
    top: '#262a30',
    bottom: '#17191d',
    part: 0x7f90a6,
    edge: 0xe9edf3,
    edgeOpacity: 0.6,
    accent: 0x6aa9ff,
    cut: 0x4d5a6c,
    hatch: 0x9aa9bc,
    grid: 0x3a4049,
    finding: 0xff8f4d,
  },
};
