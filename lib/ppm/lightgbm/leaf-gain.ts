/** What a leaf gains and says. Source: Chen & Guestrin 2016 (XGBoost), eq. 5-7, with an L1 penalty. */

/** How much a leaf lowers the loss: G² / (H + λ₂), with |G| lowered by λ₁. */
export function leafGain(gradient: number, hessian: number, l1: number, l2: number): number {
  const pull = l1 > 0 ? shrinkTowardsZero(gradient, l1) : gradient;
  return (pull * pull) / (hessian + l2);
}

/** The value that lowers the loss most: -G / (H + λ₂), with |G| lowered by λ₁. */
export function leafOutput(gradient: number, hessian: number, l1: number, l2: number): number {
  return -(l1 > 0 ? shrinkTowardsZero(gradient, l1) : gradient) / (hessian + l2);
}

function shrinkTowardsZero(value: number, by: number): number {
  return Math.sign(value) * Math.max(0, Math.abs(value) - by);
}
