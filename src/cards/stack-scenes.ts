import { PT_PER_MM } from './card-size.ts';
import type { Scene, Shape } from './scene.ts';

/** Two scenes of equal width as one, the second below the first. */
export function stackScenes(above: Scene, below: Scene): Scene {
  const downPt = above.heightMm * PT_PER_MM;
  return {
    ...above,
    heightMm: above.heightMm + below.heightMm,
    shapes: [...above.shapes, ...below.shapes.map((shape) => moveShape(shape, 0, downPt))],
  };
}

/** The same shape elsewhere. */
export function moveShape(shape: Shape, rightPt: number, downPt: number): Shape {
  const xPt = shape.xPt + rightPt;
  if (shape.kind === 'text') return { ...shape, xPt, baselinePt: shape.baselinePt + downPt };
  return { ...shape, xPt, yPt: shape.yPt + downPt };
}
