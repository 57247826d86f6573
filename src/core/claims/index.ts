// Claims: what each figure says, and which figures say the same.
export type { Claim, Mention, Role } from './claim';
export { agreeOnPeriod, sameScaleSlip } from './compare';
export { type Claims, proseOf, readClaims } from './read';
