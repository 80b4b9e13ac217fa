// The view cube: six buttons turned with the camera; pressing one looks from there.
import { Matrix4 } from 'three';
import { namedViews, type ViewName } from '../model/named-views.ts';
import type { Stage } from '../three/stage.ts';

const half = 26;
/** How each face is turned out of the screen plane, in CSS axes (Y down), for a camera that looks at the front. */
const turns: Readonly<Record<string, string>> = {
  front: '',
  back: 'rotateY(180deg)',
  right: 'rotateY(90deg)',
  left: 'rotateY(-90deg)',
  top: 'rotateX(90deg)',
  bottom: 'rotateX(-90deg)',
};

export class ViewCube {
  readonly #stage: Stage;
  readonly #frame = document.createElement('div');
  readonly #cube = document.createElement('div');
  readonly #turn: () => void;

  constructor(host: HTMLElement, stage: Stage, onPress: (view: ViewName) => void) {
    this.#stage = stage;
    this.#frame.className = 'view-cube';
    this.#frame.setAttribute('role', 'group');
    this.#frame.setAttribute('aria-label', 'View cube');
    this.#cube.className = 'view-cube-body';
    for (const { id, title } of namedViews) {
      const turn = turns[id];
      if (turn === undefined) continue;
      const face = document.createElement('button');
      face.type = 'button';
      face.textContent = title.toUpperCase();
      face.setAttribute('aria-label', `Look from the ${title.toLowerCase()}`);
      face.style.transform = `${turn} translateZ(${half}px)`;
      face.addEventListener('click', () => onPress(id));
      this.#cube.append(face);
    }
    this.#frame.append(this.#cube);
    host.append(this.#frame);
    this.#turn = () => this.#follow();
    stage.beforeFrame.add(this.#turn);
  }

  /** The camera's turn, in CSS: model axes (X right, Z up, Y back) become X right, Y down, Z out. */
  #follow(): void {
    const view = new Matrix4().makeRotationFromQuaternion(this.#stage.camera.quaternion.clone().invert());
    const toCss = new Matrix4().makeScale(1, -1, 1);
    const fromFront = new Matrix4().makeRotationX(Math.PI / 2);
    const turn = toCss.clone().multiply(view).multiply(fromFront).multiply(toCss);
    this.#cube.style.transform = `matrix3d(${turn.elements.map((value) => value.toFixed(6)).join(',')})`;
  }

  dispose(): void {
    this.#stage.beforeFrame.delete(this.#turn);
    this.#frame.remove();
  }
}
