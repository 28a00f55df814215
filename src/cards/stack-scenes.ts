import { PT_PER_MM } from './card-size.ts';
import type { Scene, Shape } from './scene.ts';

/** Two scenes of equal width as one, the second below the first. */
export function stackScenes(above: Scene, below: Scene): Scene {
  const downPt = above.heightMm * PT_PER_MM;
  return {
    ...above,
    heightMm: above.heightMm + below.heightMm,
    shapes: [...above.shapes, ...below.shapes.map((shape) => lowered(shape, downPt))],
  };
}

function lowered(shape: Shape, downPt: number): Shape {
  if (shape.kind === 'text') return { ...shape, baselinePt: shape.baselinePt + downPt };
  return { ...shape, yPt: shape.yPt + downPt };
}
